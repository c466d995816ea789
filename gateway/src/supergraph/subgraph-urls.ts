import { Kind, parse } from 'graphql';
import { argument, text } from './links.js';

/** Where each subgraph answers, as the supergraph itself says. */
export function subgraphUrls(supergraphSdl: string): Map<string, string> {
  const urls = new Map<string, string>();
  for (const node of parse(supergraphSdl, { noLocation: true }).definitions) {
    if (node.kind !== Kind.ENUM_TYPE_DEFINITION || node.name.value !== 'join__Graph') continue;
    for (const { directives } of node.values ?? []) {
      const graph = directives?.find(({ name }) => name.value === 'join__graph');
      const name = graph && text(argument(graph, 'name'));
      if (graph && name) urls.set(name, text(argument(graph, 'url')) ?? '');
    }
  }
  return urls;
}
