import { selectedFields } from '../composition/selected-fields.js';
import { Kind } from 'graphql';
import type { SubgraphIndex } from '../composition/subgraph-index.js';

/** What all subgraphs together say about the entities of the graph. */
export class Entities {
  /** The types with a key in some subgraph. */
  readonly names = new Set<string>();
  readonly #keyFields = new Set<string>();
  readonly #owners = new Map<string, ReadonlySet<string>>();

  constructor(subgraphs: readonly SubgraphIndex[]) {
    for (const index of subgraphs) {
      for (const type of index.fielded.keys()) {
        for (const key of index.keys(type)) {
          this.names.add(type);
          for (const { type: holder, field } of selectedFields(index, type, key)) {
            this.#keyFields.add(`${holder}.${field}`);
          }
        }
      }
    }
    for (const type of this.names) this.#owners.set(type, ownersOf(type, subgraphs, this));
  }

  /** True when a field is part of a key, in whatever subgraph. */
  isKey(type: string, field: string): boolean {
    return this.#keyFields.has(`${type}.${field}`);
  }

  /**
   * True when an entity belongs to this subgraph: it defines more of its fields, keys aside, than any
   * other. Where several define as many, it belongs to all of them.
   */
  isOwner(index: SubgraphIndex, type: string): boolean {
    return this.#owners.get(type)?.has(index.name) ?? false;
  }
}

function ownersOf(
  type: string,
  subgraphs: readonly SubgraphIndex[],
  entities: Entities,
): ReadonlySet<string> {
  const holders = subgraphs.filter((index) => index.fielded.has(type));
  const counts = holders.map((index) => ownFields(index, type, entities));
  const most = Math.max(...counts);
  return new Set(
    holders.filter((_, position) => counts[position] === most).map(({ name }) => name),
  );
}

function ownFields(index: SubgraphIndex, type: string, entities: Entities): number {
  if (isInterfaceObject(index, type)) return 0;
  return index
    .fields(type)
    .filter((field) => index.uses(field, 'external').length === 0)
    .filter((field) => !entities.isKey(type, field.name.value)).length;
}

function isInterfaceObject(index: SubgraphIndex, type: string): boolean {
  return (index.fielded.get(type) ?? []).some(
    (node) =>
      node.kind === Kind.OBJECT_TYPE_DEFINITION &&
      (node.directives ?? []).some(({ name }) => /(?:^|__)interfaceObject$/.test(name.value)),
  );
}
