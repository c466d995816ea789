import { parse } from 'graphql';
import { joinGraphs } from './join-graph.js';

/** Where each subgraph answers, as the supergraph itself says. */
export function subgraphUrls(supergraphSdl: string): Map<string, string> {
  const graphs = joinGraphs(parse(supergraphSdl, { noLocation: true }));
  return new Map(graphs.map(({ name, url }) => [name, url]));
}
