import {
  Kind,
  type ConstDirectiveNode,
  type DefinitionNode,
  type FieldDefinitionNode,
  type NamedTypeNode,
} from 'graphql';
import {
  CompositionRefused,
  composeRead,
  readSubgraphs,
  type ReadSubgraph,
  type Subgraph,
} from './compose.js';
import { PublicFields } from './public-fields.js';
import { isWithheld, publicProblems } from './public-problems.js';
import { namedType, SubgraphIndex, type FieldedNode, type MemberedNode } from './subgraph-index.js';

/**
 * Composes the public graph: from every subgraph all that is not tagged public by field is taken out
 * before composition, so the supergraph does not contain it and nothing can plan it. Keys and required
 * fields stay, inaccessible. Arguments, inputs, enums, unions and scalars a public field leads to stay
 * whole, but for members that carry tags and not this one. Throws CompositionRefused.
 */
export function composePublicSupergraph(subgraphs: readonly Subgraph[]): string {
  return composeRead(publicSubgraphs(readSubgraphs(subgraphs)));
}

/** The public part of each subgraph; a subgraph without one is left out. Throws CompositionRefused. */
export function publicSubgraphs(subgraphs: readonly ReadSubgraph[]): ReadSubgraph[] {
  const fields = new PublicFields(subgraphs.map((subgraph) => new SubgraphIndex(subgraph)));
  const problems = publicProblems(fields);
  if (problems.length > 0) throw new CompositionRefused(problems);
  return fields.indexes.flatMap((index) => {
    const definitions = new Stripping(fields, index).definitions();
    const holdsTypes = definitions.some((node) => 'fields' in node);
    const document = { kind: Kind.DOCUMENT, definitions } as const;
    return holdsTypes ? [{ ...index.subgraph, document }] : [];
  });
}

class Stripping {
  readonly #fields: PublicFields;
  readonly #index: SubgraphIndex;
  readonly #reached = new Set<string>();

  constructor(fields: PublicFields, index: SubgraphIndex) {
    this.#fields = fields;
    this.#index = index;
    for (const type of index.fielded.keys()) {
      for (const field of this.#kept(type, index.fields(type))) {
        this.#reach(namedType(field.type));
        for (const argument of this.#open(field.arguments)) this.#reach(namedType(argument.type));
      }
    }
  }

  definitions(): DefinitionNode[] {
    return this.#index.subgraph.document.definitions.flatMap((node) => this.#definition(node));
  }

  #definition(node: DefinitionNode): DefinitionNode[] {
    switch (node.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.OBJECT_TYPE_EXTENSION:
      case Kind.INTERFACE_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_EXTENSION:
        return this.#fielded(node);
      case Kind.ENUM_TYPE_DEFINITION:
      case Kind.ENUM_TYPE_EXTENSION:
      case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      case Kind.INPUT_OBJECT_TYPE_EXTENSION:
        return this.#reached.has(node.name.value) ? [this.#membered(node)] : [];
      case Kind.UNION_TYPE_DEFINITION:
      case Kind.UNION_TYPE_EXTENSION: {
        const types = this.#surviving(node.types);
        return this.#reached.has(node.name.value) && types.length > 0 ? [{ ...node, types }] : [];
      }
      case Kind.SCALAR_TYPE_DEFINITION:
      case Kind.SCALAR_TYPE_EXTENSION:
        return this.#reached.has(node.name.value) ? [node] : [];
      case Kind.SCHEMA_DEFINITION:
      case Kind.SCHEMA_EXTENSION: {
        const operationTypes = (node.operationTypes ?? []).filter(({ type }) =>
          this.#fields.keepsType(this.#index, type.name.value),
        );
        return [{ ...node, operationTypes }];
      }
      default:
        return [node];
    }
  }

  #fielded(node: FieldedNode): DefinitionNode[] {
    const type = node.name.value;
    const fields = this.#kept(type, node.fields ?? []).map((field) => this.#field(type, field));
    if (fields.length === 0 && !this.#fields.keepsType(this.#index, type)) return [];
    const interfaces = this.#surviving(node.interfaces);
    const isHidden = !this.#fields.isPublicType(type) && !this.#index.isRoot(type);
    const directives = isHidden ? this.#hidden(node.directives) : (node.directives ?? []);
    return [{ ...node, fields, interfaces, directives }];
  }

  #field(type: string, field: FieldDefinitionNode): FieldDefinitionNode {
    // The composer takes no @inaccessible on an external field; the one that resolves it carries it.
    const isExternal = this.#index.uses(field, 'external').length > 0;
    const isPublic = isExternal || this.#fields.tagged.has(`${type}.${field.name.value}`);
    return {
      ...field,
      arguments: this.#open(field.arguments),
      directives: isPublic ? (field.directives ?? []) : this.#hidden(field.directives),
    };
  }

  #membered(node: MemberedNode): MemberedNode {
    if (node.kind === Kind.ENUM_TYPE_DEFINITION || node.kind === Kind.ENUM_TYPE_EXTENSION) {
      return { ...node, values: this.#open(node.values) };
    }
    return { ...node, fields: this.#open(node.fields) };
  }

  #kept(type: string, fields: readonly FieldDefinitionNode[]): FieldDefinitionNode[] {
    return fields.filter((field) => this.#fields.keeps(this.#index, type, field.name.value));
  }

  #open<Node extends Parameters<SubgraphIndex['tags']>[0]>(
    nodes: readonly Node[] | undefined,
  ): Node[] {
    return (nodes ?? []).filter((node) => !isWithheld(this.#index, node));
  }

  #surviving(types: readonly NamedTypeNode[] | undefined): NamedTypeNode[] {
    return (types ?? []).filter(({ name }) => this.#fields.keepsType(this.#index, name.value));
  }

  #hidden(directives: readonly ConstDirectiveNode[] | undefined): ConstDirectiveNode[] {
    const name = this.#index.directive('inaccessible');
    const own = directives ?? [];
    if (own.some((directive) => directive.name.value === name)) return [...own];
    return [...own, { kind: Kind.DIRECTIVE, name: { kind: Kind.NAME, value: name } }];
  }

  /** Notes a type that public fields lead to, and the inputs it leads to itself. */
  #reach(type: string): void {
    if (this.#reached.has(type)) return;
    this.#reached.add(type);
    for (const node of this.#index.membered.get(type) ?? []) {
      if (!('fields' in node)) continue;
      for (const field of this.#open(node.fields)) this.#reach(namedType(field.type));
    }
  }
}
