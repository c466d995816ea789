import { Kind, type ConstDirectiveNode, type DocumentNode } from 'graphql';
import { argument, text } from '../supergraph/links.js';

/** The name each subgraph has in `join__Graph` of a supergraph. */
export function joinGraphs({ definitions }: DocumentNode): ReadonlyMap<string, string> {
  const graphs = new Map<string, string>();
  for (const node of definitions) {
    if (node.kind !== Kind.ENUM_TYPE_DEFINITION || node.name.value !== 'join__Graph') continue;
    for (const value of node.values ?? []) {
      const use = value.directives?.find(({ name }) => name.value === 'join__graph');
      const name = use && text(argument(use, 'name'));
      if (name !== undefined) graphs.set(name, value.name.value);
    }
  }
  return graphs;
}

/** A `@join__field` of one graph; throws for a subgraph the supergraph was not composed of. */
export function joinField(
  graph: string | undefined,
  said: { external?: true; type?: string },
): ConstDirectiveNode {
  if (graph === undefined) throw new Error('A supergraph names every subgraph it was composed of.');
  const name = (value: string) => ({ kind: Kind.NAME, value }) as const;
  const given = [
    { name: name('graph'), value: { kind: Kind.ENUM, value: graph } as const },
    ...(said.external
      ? [{ name: name('external'), value: { kind: Kind.BOOLEAN, value: true } as const }]
      : []),
    ...(said.type === undefined
      ? []
      : [{ name: name('type'), value: { kind: Kind.STRING, value: said.type } as const }]),
  ];
  return {
    kind: Kind.DIRECTIVE,
    name: name('join__field'),
    arguments: given.map((each) => Object.assign({ kind: Kind.ARGUMENT } as const, each)),
  };
}
