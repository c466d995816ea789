import {
  isInterfaceType,
  isObjectType,
  getNamedType,
  Kind,
  type ConstDirectiveNode,
  type ConstValueNode,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { argument, directiveName, linksOf } from './links.js';

/** What a caller must be or hold; `anyOf` lists alternatives, each a set of which all are needed. */
export interface Requirement {
  kind: 'authenticated' | 'scopes' | 'policies';
  anyOf: readonly (readonly string[])[];
}

const specifications: readonly [string, string, Requirement['kind']][] = [
  ['authenticated', 'authenticated', 'authenticated'],
  ['requiresScopes', 'scopes', 'scopes'],
  ['policy', 'policies', 'policies'],
];

/**
 * Everything `@authenticated`, `@requiresScopes` and `@policy` of a supergraph ask for, under whatever
 * name it imported them. A field asks for what it, its type, the interfaces of its type and the type it
 * returns ask for, all of it.
 */
export class Requirements {
  /** Every distinct requirement; positions in this list are what the methods give. */
  readonly all: Requirement[] = [];
  readonly #positions = new Map<string, number>();
  readonly #own = new Map<string, readonly number[]>();

  constructor(
    supergraph: DocumentNode,
    readonly schema: GraphQLSchema,
  ) {
    const names = directiveNames(supergraph);
    for (const node of supergraph.definitions) {
      if (!('name' in node) || !node.name || !('directives' in node)) continue;
      if (node.kind === Kind.OPERATION_DEFINITION) continue;
      if (node.kind === Kind.FRAGMENT_DEFINITION) continue;
      this.#note(node.name.value, node.directives, names);
      for (const field of 'fields' in node ? (node.fields ?? []) : []) {
        this.#note(`${node.name.value}.${field.name.value}`, field.directives, names);
      }
    }
  }

  /** What the data of a type asks for, wherever it is met. */
  ofType(name: string): readonly number[] {
    const type = this.schema.getType(name);
    const implemented = isObjectType(type) || isInterfaceType(type) ? type.getInterfaces() : [];
    return [name, ...implemented.map((each) => each.name)].flatMap((each) => this.#of(each));
  }

  /** What a field of a concrete type asks for. */
  ofField(typeName: string, fieldName: string): readonly number[] {
    const type = this.schema.getType(typeName);
    if (!isObjectType(type) && !isInterfaceType(type)) return [];
    const field = type.getFields()[fieldName];
    const holders = [typeName, ...type.getInterfaces().map((each) => each.name)];
    return [
      ...this.ofType(typeName),
      ...holders.flatMap((holder) => this.#of(`${holder}.${fieldName}`)),
      ...(field ? this.#of(getNamedType(field.type).name) : []),
    ];
  }

  #of(coordinate: string): readonly number[] {
    return this.#own.get(coordinate) ?? [];
  }

  #note(
    coordinate: string,
    directives: readonly ConstDirectiveNode[] | undefined,
    names: ReadonlyMap<string, [string, Requirement['kind']]>,
  ): void {
    const found = (directives ?? []).flatMap((directive) => {
      const [list, kind] = names.get(directive.name.value) ?? [];
      if (!kind || !list) return [];
      return [this.#position({ kind, anyOf: alternatives(argument(directive, list)) })];
    });
    if (found.length > 0) this.#own.set(coordinate, [...this.#of(coordinate), ...found]);
  }

  #position(requirement: Requirement): number {
    const key = JSON.stringify(requirement);
    let position = this.#positions.get(key);
    if (position === undefined) {
      position = this.all.push(requirement) - 1;
      this.#positions.set(key, position);
    }
    return position;
  }
}

function directiveNames(
  supergraph: DocumentNode,
): ReadonlyMap<string, [string, Requirement['kind']]> {
  const names = new Map<string, [string, Requirement['kind']]>();
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
