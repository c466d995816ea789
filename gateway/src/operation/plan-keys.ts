import { print, type FieldNode } from 'graphql';
import type { SupergraphTypes } from '../supergraph/supergraph-types.js';

/**
 * The keys under which data travels between plan and projection. A field asked plainly travels under
 * its name; one with an alias or with arguments under a name of ours that stands for exactly this
 * response key, field and arguments. So no alias can change what a plan reads, two types can never
 * disagree about a key (the planner 0.0.38 aborts the whole process when they do), and `__proto__` is
 * never a key of data.
 */
export class PlanKeys {
  readonly #renamed = new Map<string, string>();
  readonly #known = new WeakMap<FieldNode, string>();

  constructor(readonly types: Pick<SupergraphTypes, 'fieldNames' | 'requiredWithArguments'>) {}

  /** The key a field's value has in the data. */
  of(node: FieldNode): string {
    let key = this.#known.get(node);
    if (key === undefined) {
      key = this.#keyOf(node);
      this.#known.set(node, key);
    }
    return key;
  }

  #keyOf(node: FieldNode): string {
    const name = node.name.value;
    const response = node.alias?.value ?? name;
    const given = node.arguments ?? [];
    if (name === '__typename') return name;
    // Seen with the planner 0.0.38: a later fetch reads such a field with other arguments under its name.
    const isPlain = response === name && given.length === 0;
    if (isPlain && !this.types.requiredWithArguments.has(name)) return name;
    return this.#rename(`${response}:${name}(${given.map(print).join()})`);
  }

  #rename(identity: string): string {
    let key = this.#renamed.get(identity);
    if (key === undefined) {
      key = `renamed_${this.#renamed.size}`;
      while (this.types.fieldNames.has(key)) key += '_';
      this.#renamed.set(identity, key);
    }
    return key;
  }
}
