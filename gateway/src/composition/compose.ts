import { composeServices } from '@theguild/federation-composition';
import { GraphQLError, parse, type DocumentNode } from 'graphql';
import { withBorrowedFields } from './interface-object-fields.js';
import { withRequiresByObject } from './requires-by-object.js';
import { unservable } from '../supergraph/unservable.js';
import { withSharedFieldTypes } from './shared-field-types.js';

/** One department's part of the graph. */
export interface Subgraph {
  name: string;
  sdl: string;
  /** Where it answers over HTTP, written into the supergraph for other gateways. */
  url?: string;
}

/** Subgraphs that do not fit together, with every reason. */
export class CompositionRefused extends Error {
  override readonly name = 'CompositionRefused';

  constructor(readonly problems: readonly string[]) {
    super(`The subgraphs do not compose:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
  }
}

/** A subgraph's SDL, read. */
export interface ReadSubgraph {
  name: string;
  document: DocumentNode;
  url?: string;
}

/** Reads the SDL of each subgraph; throws CompositionRefused naming those that are not SDL, and the line. */
export function readSubgraphs(subgraphs: readonly Subgraph[]): ReadSubgraph[] {
  const problems: string[] = [];
  const read = subgraphs.flatMap(({ name, sdl, url }) => {
    try {
      return [{ name, document: parse(sdl, { noLocation: true }), ...(url ? { url } : {}) }];
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      const line = error.locations?.[0]?.line;
      problems.push(`[${name}] line ${line ?? '?'}: ${error.message}`);
      return [];
    }
  });
  if (problems.length > 0) throw new CompositionRefused(problems);
  return read;
}

/**
 * Composes subgraphs into the SDL of one supergraph; throws CompositionRefused, each problem naming the
 * subgraph and the coordinate it stands at. The order of the subgraphs does not matter.
 */
export function composeSupergraph(subgraphs: readonly Subgraph[]): string {
  return composeRead(readSubgraphs(subgraphs));
}

/** Composes subgraphs whose SDL has been read. */
export function composeRead(subgraphs: readonly ReadSubgraph[]): string {
  const sorted = subgraphs.toSorted((one, other) => (one.name < other.name ? -1 : 1));
  const result = composeServices(
    sorted.map(({ name, document, url }) => ({
      name,
      typeDefs: withRequiresByObject(document),
      url: url ?? `http://${name}.invalid/graphql`,
    })),
  );
  if (result.supergraphSdl !== undefined) {
    const problems = unservable(parse(result.supergraphSdl, { noLocation: true }));
    if (problems.length > 0) throw new CompositionRefused(problems);
    return withSharedFieldTypes(withBorrowedFields(result.supergraphSdl, sorted), sorted);
  }
  throw new CompositionRefused(result.errors.map(problemOf));
}

function problemOf(error: GraphQLError): string {
  const code = error.extensions['code'];
  return typeof code === 'string' ? `${error.message} (${code})` : error.message;
}
