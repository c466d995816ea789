import {
  Kind,
  type ConstDirectiveNode,
  type EnumTypeDefinitionNode,
  type EnumTypeExtensionNode,
  type FieldDefinitionNode,
  type InputObjectTypeDefinitionNode,
  type InputObjectTypeExtensionNode,
  type InterfaceTypeDefinitionNode,
  type InterfaceTypeExtensionNode,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  type TypeNode,
  type UnionTypeDefinitionNode,
  type UnionTypeExtensionNode,
} from 'graphql';
import { argument, directiveName, linksOf, text, type Link } from '../supergraph/links.js';
import type { ReadSubgraph } from './compose.js';

/** A definition or extension of a type that has fields. */
export type FieldedNode =
  | ObjectTypeDefinitionNode
  | ObjectTypeExtensionNode
  | InterfaceTypeDefinitionNode
  | InterfaceTypeExtensionNode;

/** A definition or extension of an enum or an input. */
export type MemberedNode =
  | EnumTypeDefinitionNode
  | EnumTypeExtensionNode
  | InputObjectTypeDefinitionNode
  | InputObjectTypeExtensionNode;

type UnionNode = UnionTypeDefinitionNode | UnionTypeExtensionNode;

/** The federation directives the gateway reads. */
export type FederationDirective =
  | 'key'
  | 'tag'
  | 'external'
  | 'requires'
  | 'provides'
  | 'inaccessible'
  | 'listSize';

const rootNames: ReadonlySet<string> = new Set(['Query', 'Mutation', 'Subscription']);

/** One subgraph's SDL, found by name: types with their extensions joined, directives whatever they are called. */
export class SubgraphIndex {
  readonly name: string;
  readonly fielded = new Map<string, FieldedNode[]>();
  readonly membered = new Map<string, MemberedNode[]>();
  readonly unions = new Map<string, UnionNode[]>();
  readonly scalars = new Set<string>();
  readonly #federation: Link | undefined;

  constructor(readonly subgraph: ReadSubgraph) {
    this.name = subgraph.name;
    this.#federation = linksOf(subgraph.document).find(
      ({ specification }) => specification === 'https://specs.apollo.dev/federation',
    );
    for (const node of subgraph.document.definitions) {
      if (isFielded(node)) add(this.fielded, node.name.value, node);
      else if (isMembered(node)) add(this.membered, node.name.value, node);
      else if (isUnion(node)) add(this.unions, node.name.value, node);
      else if (node.kind === Kind.SCALAR_TYPE_DEFINITION) this.scalars.add(node.name.value);
    }
  }

  /** The name a federation directive has in this subgraph. */
  directive(name: FederationDirective): string {
    return this.#federation ? directiveName(this.#federation, name) : name;
  }

  /** The uses of a federation directive on a node. */
  uses(
    node: { readonly directives?: readonly ConstDirectiveNode[] | undefined },
    name: FederationDirective,
  ): readonly ConstDirectiveNode[] {
    const own = this.directive(name);
    return (node.directives ?? []).filter((directive) => directive.name.value === own);
  }

  /** The names a node is tagged with. */
  tags(node: { readonly directives?: readonly ConstDirectiveNode[] | undefined }): string[] {
    return this.uses(node, 'tag').flatMap((use) => text(argument(use, 'name')) ?? []);
  }

  /** Every field of a type, its extensions included; nothing for a type without fields. */
  fields(type: string): readonly FieldDefinitionNode[] {
    return (this.fielded.get(type) ?? []).flatMap(({ fields }) => fields ?? []);
  }

  field(type: string, name: string): FieldDefinitionNode | undefined {
    return this.fields(type).find((field) => field.name.value === name);
  }

  /** The selections of the keys of a type. */
  keys(type: string): string[] {
    return (this.fielded.get(type) ?? []).flatMap((node) =>
      this.uses(node, 'key').flatMap((use) => text(argument(use, 'fields')) ?? []),
    );
  }

  interfaces(type: string): string[] {
    return (this.fielded.get(type) ?? []).flatMap(({ interfaces }) =>
      (interfaces ?? []).map(({ name }) => name.value),
    );
  }

  members(union: string): string[] {
    return (this.unions.get(union) ?? []).flatMap(({ types }) =>
      (types ?? []).map(({ name }) => name.value),
    );
  }

  isInterface(type: string): boolean {
    return (this.fielded.get(type) ?? []).some(
      ({ kind }) =>
        kind === Kind.INTERFACE_TYPE_DEFINITION || kind === Kind.INTERFACE_TYPE_EXTENSION,
    );
  }

  /** True for Query, Mutation and Subscription, under whatever name this subgraph gives them. */
  isRoot(type: string): boolean {
    return rootNames.has(this.rootKind(type) ?? '');
  }

  /** Query, Mutation or Subscription for a root type, undefined for any other. */
  rootKind(type: string): string | undefined {
    for (const node of this.subgraph.document.definitions) {
      if (node.kind !== Kind.SCHEMA_DEFINITION && node.kind !== Kind.SCHEMA_EXTENSION) continue;
      const own = node.operationTypes?.find((root) => root.type.name.value === type);
      if (own) return own.operation.charAt(0).toUpperCase() + own.operation.slice(1);
    }
    return rootNames.has(type) ? type : undefined;
  }
}

/** The name of a type without its lists and exclamation marks. */
export function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}

/** True for a type that is a list, nullable or not. */
export function isListNode(type: TypeNode): boolean {
  return (
    type.kind === Kind.LIST_TYPE || (type.kind === Kind.NON_NULL_TYPE && isListNode(type.type))
  );
}

function isFielded(node: { kind: Kind }): node is FieldedNode {
  return (
    node.kind === Kind.OBJECT_TYPE_DEFINITION ||
    node.kind === Kind.OBJECT_TYPE_EXTENSION ||
    node.kind === Kind.INTERFACE_TYPE_DEFINITION ||
    node.kind === Kind.INTERFACE_TYPE_EXTENSION
  );
}

function isMembered(node: { kind: Kind }): node is MemberedNode {
  return (
    node.kind === Kind.ENUM_TYPE_DEFINITION ||
    node.kind === Kind.ENUM_TYPE_EXTENSION ||
    node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION ||
    node.kind === Kind.INPUT_OBJECT_TYPE_EXTENSION
  );
}

function isUnion(node: { kind: Kind }): node is UnionNode {
  return node.kind === Kind.UNION_TYPE_DEFINITION || node.kind === Kind.UNION_TYPE_EXTENSION;
}

function add<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
