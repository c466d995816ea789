import { Kind, type ConstDirectiveNode, type ConstValueNode, type DocumentNode } from 'graphql';
import { argument, directiveName, linksOf, text } from './links.js';

/** What a caller must be or hold; `anyOf` lists alternatives, each a set of which all are needed. */
export interface Requirement {
  kind: 'authenticated' | 'scopes' | 'policies';
  anyOf: readonly (readonly string[])[];
}

type Names = ReadonlyMap<string, readonly [list: string, kind: Requirement['kind']]>;

const specifications: readonly [string, string, Requirement['kind']][] = [
  ['authenticated', 'authenticated', 'authenticated'],
  ['requiresScopes', 'scopes', 'scopes'],
  ['policy', 'policies', 'policies'],
];

/** Reads from a supergraph, once, what its types and fields ask of a caller and which fields they require. */
export class DirectiveReader {
  /** Every distinct requirement. */
  readonly all: Requirement[] = [];
  /** Positions of requirements by type name or `Type.field`. */
  readonly positions = new Map<string, readonly number[]>();
  /** The selections that a field `@requires` of other subgraphs, by `Type.field`. */
  readonly required = new Map<string, string>();
  /** The fields of all keys of an entity, as selections, by type name. */
  readonly keys = new Map<string, string>();
  readonly #numbers = new Map<string, number>();

  constructor(supergraph: DocumentNode) {
    const names = directiveNames(supergraph);
    for (const node of supergraph.definitions) {
      if (!('name' in node) || !node.name || !('directives' in node)) continue;
      if (node.kind === Kind.OPERATION_DEFINITION) continue;
      if (node.kind === Kind.FRAGMENT_DEFINITION) continue;
      this.#note(node.name.value, node.directives ?? [], names);
      for (const field of 'fields' in node ? (node.fields ?? []) : []) {
        this.#note(`${node.name.value}.${field.name.value}`, field.directives ?? [], names);
      }
    }
  }

  #note(coordinate: string, directives: readonly ConstDirectiveNode[], names: Names): void {
    const found = directives.flatMap((directive) => {
      if (directive.name.value === 'join__field') {
        noteSelections(this.required, coordinate, argument(directive, 'requires'));
      }
      if (directive.name.value === 'join__type') {
        noteSelections(this.keys, coordinate, argument(directive, 'key'));
      }
      const [list, kind] = names.get(directive.name.value) ?? [];
      if (!kind || !list) return [];
      return [this.#position({ kind, anyOf: alternatives(argument(directive, list)) })];
    });
    if (found.length > 0) {
      this.positions.set(coordinate, [...(this.positions.get(coordinate) ?? []), ...found]);
    }
  }

  #position(requirement: Requirement): number {
    const key = JSON.stringify(requirement);
    let position = this.#numbers.get(key);
    if (position === undefined) {
      position = this.all.push(requirement) - 1;
      this.#numbers.set(key, position);
    }
    return position;
  }
}

function noteSelections(
  noted: Map<string, string>,
  coordinate: string,
  value: ConstValueNode | undefined,
): void {
  const selections = text(value);
  if (selections === undefined) return;
  noted.set(coordinate, `${noted.get(coordinate) ?? ''} ${selections}`);
}

function directiveNames(supergraph: DocumentNode): Names {
  const names = new Map<string, readonly [string, Requirement['kind']]>();
  for (const link of linksOf(supergraph)) {
    for (const [directive, list, kind] of specifications) {
      const isOwn = link.specification === `https://specs.apollo.dev/${directive}`;
      const isFederation = link.specification === 'https://specs.apollo.dev/federation';
      if (isOwn || isFederation) names.set(directiveName(link, directive), [list, kind]);
    }
  }
  return names;
}

function alternatives(value: ConstValueNode | undefined): string[][] {
  if (value?.kind !== Kind.LIST) return [];
  return value.values.map((all) => {
    const values = all.kind === Kind.LIST ? all.values : [all];
    return values.flatMap((each) => (each.kind === Kind.STRING ? [each.value] : []));
  });
}
