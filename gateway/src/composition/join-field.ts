import { Kind, type ConstDirectiveNode } from 'graphql';

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
