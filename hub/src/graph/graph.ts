import { composeSupergraph } from '@manabi/gateway/composition/compose';
import { composePublicSupergraph } from '@manabi/gateway/composition/public-contract';
import type { Service } from '@manabi/kit/service';
import { buildSubgraph } from '@manabi/kit/subgraph';

/** The contract of the city: each subgraph's SDL, and the two graphs that they compose to. */
export interface Graph {
  readonly subgraphs: ReadonlyMap<string, string>;
  readonly supergraph: string;
  readonly public: string;
}

const printed = new WeakMap<readonly Service[], Graph>();

/** Prints the subgraphs from their code and composes them, once. Throws with every reason when they do not fit. */
export function printGraph(services: readonly Service[]): Graph {
  const graph = printed.get(services) ?? composeGraph(services, new Map());
  printed.set(services, graph);
  return graph;
}

/** Composes the subgraphs, some as they are given and the others from their code. Throws with every reason when they do not fit. */
export function composeGraph(
  services: readonly Service[],
  given: ReadonlyMap<string, string>,
): Graph {
  const subgraphs = new Map(
    services.map((service) => [
      service.name,
      given.get(service.name) ?? buildSubgraph(service).sdl,
    ]),
  );
  const parts = [...subgraphs].map(([name, sdl]) => ({ name, sdl }));
  return {
    subgraphs,
    supergraph: composeSupergraph(parts),
    public: composePublicSupergraph(parts),
  };
}

/** The files of the contract by name, as they stand in `schema/`. */
export function graphFiles(graph: Graph): Map<string, string> {
  return new Map([
    ...[...graph.subgraphs].map(([name, sdl]): [string, string] => [`${name}.graphql`, sdl]),
    ['supergraph.graphql', withNewline(graph.supergraph)],
    ['public.graphql', withNewline(graph.public)],
  ]);
}

const withNewline = (text: string): string => `${text.trimEnd()}\n`;
