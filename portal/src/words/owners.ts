import {
  type ConstDirectiveNode,
  Kind,
  type TypeDefinitionNode,
  isTypeDefinitionNode,
} from 'graphql';
import type { DocumentNode } from 'graphql';

/** Tells whose each field is, from what a composed graph says of it. */
export class Owners {
  readonly #types = new Map<string, TypeDefinitionNode>();

  constructor(graph: DocumentNode) {
    for (const node of graph.definitions) {
      if (isTypeDefinitionNode(node)) this.#types.set(node.name.value, node);
    }
  }

  /** The services that answer a field, or that know a type where no field is named; none for what is nobody's. */
  of(type: string, field?: string): readonly string[] {
    const node = this.#types.get(type);
    if (!node) return [];
    const graphs = graphsOf(node.directives, 'join__type');
    if (field === undefined || !('fields' in node)) return graphs;
    const found = node.fields?.find(({ name }) => name.value === field);
    const joins = (found?.directives ?? []).filter(({ name }) => name.value === 'join__field');
    if (joins.length === 0) return graphs;
    const own = graphsOf(
      joins.filter((join) => argumentOf(join, 'external') !== 'true'),
      'join__field',
    );
    if (own.length > 0 || !('interfaces' in node)) return own;
    // The type says only that there is such a field: it is of an interface that is one type to its owner.
    return [...new Set((node.interfaces ?? []).flatMap(({ name }) => this.of(name.value, field)))];
  }
}

function graphsOf(directives: readonly ConstDirectiveNode[] | undefined, named: string): string[] {
  const graphs = (directives ?? [])
    .filter(({ name }) => name.value === named)
    .flatMap((directive) => argumentOf(directive, 'graph')?.toLowerCase() ?? []);
  return [...new Set(graphs)].toSorted();
}

function argumentOf(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((each) => each.name.value === name)?.value;
  if (value?.kind === Kind.BOOLEAN) return String(value.value);
  return value?.kind === Kind.ENUM ? value.value : undefined;
}
