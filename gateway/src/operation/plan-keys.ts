import type { FieldNode } from 'graphql';

/**
 * The keys under which data travels between plan and projection. A client's alias that might be taken
 * for a field of the schema (a key the plan reads), or that begins with an underscore, travels under a
 * name of ours; so no alias can change what a plan reads, and `__proto__` is never a key of data.
 */
export class PlanKeys {
  readonly #renamed = new Map<string, string>();

  constructor(readonly fieldNames: ReadonlySet<string>) {}

  /** The key a field's value has in the data. */
  of(node: FieldNode): string {
    const alias = node.alias?.value;
    const name = node.name.value;
    if (alias === undefined || alias === name || name === '__typename') return name;
    const isSafe =
      !this.fieldNames.has(alias) && !alias.startsWith('_') && !alias.startsWith('renamed_');
    return isSafe ? alias : this.#rename(alias);
  }

  #rename(alias: string): string {
    let key = this.#renamed.get(alias);
    if (key === undefined) {
      key = `renamed_${this.#renamed.size}`;
      while (this.fieldNames.has(key)) key += '_';
      this.#renamed.set(alias, key);
    }
    return key;
  }
}
