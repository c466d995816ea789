import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { SubgraphIndex } from '../../composition/subgraph-index.js';
import type { Subgraph } from '../../composition/compose.js';
import { argument, text } from '../../supergraph/links.js';

/** A subgraph that resolves a field, and the type the field has there. */
export interface Owner {
  subgraph: Part;
  type: GraphQLOutputType;
}

/** One subgraph as the fuzz knows it: its SDL, and the schema without resolvers. */
export interface Part {
  name: string;
  index: SubgraphIndex;
  schema: GraphQLSchema;
}

/** What follows from the SDL of subgraphs alone: who owns which field, what is a key, what is required. */
export class Model {
  readonly parts: readonly Part[];
  /** Fields that are part of a key, as `Type.field`. */
  readonly keys = new Set<string>();
  /** Fields that another field requires, as `Type.field`. */
  readonly required = new Set<string>();
  readonly #families = new Map<string, readonly string[]>();
  readonly #owners = new Map<string, readonly Owner[]>();

  constructor(
    subgraphs: readonly Subgraph[],
    readonly apiSchema: GraphQLSchema,
  ) {
    this.parts = subgraphs.map(({ name, sdl }) => {
      const document = parse(sdl);
      return {
        name,
        index: new SubgraphIndex({ name, document }),
        schema: buildSubgraphSchema([{ typeDefs: document }]),
      };
    });
    for (const part of this.parts) this.#readFamilies(part);
    for (const part of this.parts) this.#readSelections(part);
  }

  /** The keyed interface a type belongs to, whose members share one numbering; the type itself without one. */
  family(type: string): string {
    for (const [name, members] of this.#families) if (members.includes(type)) return name;
    return type;
  }

  /** The types of a family in the order of its numbering. */
  members(family: string): readonly string[] {
    return this.#families.get(family) ?? [family];
  }

  /** The subgraphs that resolve a field of a type, through an `@interfaceObject` too. */
  owners(type: string, field: string): readonly Owner[] {
    const name = `${type}.${field}`;
    const known = this.#owners.get(name);
    if (known) return known;
    const own = this.#ownersOf(type, field);
    const owners = own.length > 0 ? own : this.#ownersOf(this.family(type), field);
    this.#owners.set(name, owners);
    return owners;
  }

  /** What a field of a subgraph requires, or undefined. */
  requires(part: Part, type: string, field: string): SelectionSetNode | undefined {
    const node = part.index.field(type, field);
    const use = node && part.index.uses(node, 'requires')[0];
    return use && selectionOf(text(argument(use, 'fields')) ?? '');
  }

  /** The types that may stand where every owner of a field says one type. */
  candidates(owners: readonly Owner[]): readonly string[] {
    const sets = owners.map(({ subgraph: { schema }, type }) => {
      const named = getNamedType(type);
      if (!isAbstractType(named)) return this.members(named.name);
      return schema.getPossibleTypes(named).map(({ name }) => name);
    });
    const [first = [], ...others] = sets;
    return first.filter((name) => others.every((set) => set.includes(name))).toSorted();
  }

  #ownersOf(type: string, field: string): readonly Owner[] {
    return this.parts.flatMap((subgraph) => {
      const node = subgraph.index.field(type, field);
      if (!node || subgraph.index.uses(node, 'external').length > 0) return [];
      const declared = subgraph.schema.getType(type);
      const found = isObjectType(declared) ? declared.getFields()[field] : undefined;
      return found ? [{ subgraph, type: found.type }] : [];
    });
  }

  #readFamilies({ schema, index }: Part): void {
    for (const type of Object.values(schema.getTypeMap())) {
      if (!isInterfaceType(type) || index.keys(type.name).length === 0) continue;
      const members = schema.getPossibleTypes(type).map(({ name }) => name);
      this.#families.set(type.name, members.toSorted());
    }
  }

  #readSelections(part: Part): void {
    for (const type of part.index.fielded.keys()) {
      for (const key of part.index.keys(type)) {
        this.#mark(part, { type, set: selectionOf(key) }, this.keys);
      }
      for (const field of part.index.fields(type)) {
        const set = this.requires(part, type, field.name.value);
        if (set) this.#mark(part, { type, set }, this.required);
      }
    }
  }

  #mark(part: Part, at: { type: string; set: SelectionSetNode }, marked: Set<string>): void {
    for (const node of at.set.selections) {
      if (node.kind === Kind.INLINE_FRAGMENT) {
        const type = node.typeCondition?.name.value ?? at.type;
        this.#mark(part, { type, set: node.selectionSet }, marked);
      }
      if (node.kind !== Kind.FIELD) continue;
      const name = node.name.value;
      const declared = part.schema.getType(at.type);
      const possible = isAbstractType(declared) ? part.schema.getPossibleTypes(declared) : [];
      for (const each of [at.type, this.family(at.type), ...possible.map((one) => one.name)]) {
        marked.add(`${each}.${name}`);
        for (const member of this.members(each)) marked.add(`${member}.${name}`);
      }
      const hasFields = isObjectType(declared) || isInterfaceType(declared);
      const field = hasFields ? declared.getFields()[name] : undefined;
      if (!field || !node.selectionSet) continue;
      const below = { type: getNamedType(field.type).name, set: node.selectionSet };
      this.#mark(part, below, marked);
    }
  }
}

function selectionOf(fields: string): SelectionSetNode {
  const [node] = parse(`{ ${fields} }`, { noLocation: true }).definitions;
  if (node?.kind !== Kind.OPERATION_DEFINITION) throw new Error('A selection is an operation.');
  return node.selectionSet;
}
