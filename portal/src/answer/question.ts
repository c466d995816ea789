import type { IncomingMessage } from 'node:http';

import type { PublicGraph } from '../collection/public-graph.js';
import { trustedDocument } from '../collection/trusted-document.js';
import type { City } from '../record/city.js';
import { notNow } from './told.js';

/** One request for something that is told, and of whom it is asked. */
export interface Question {
  readonly graph: PublicGraph;
  readonly city: City;
  /** The moment for which it is told. */
  readonly now: Date;
  /** What the address says after its question mark. */
  readonly said: URLSearchParams;
  /** The address itself, from the root. */
  readonly address: string;
  readonly request: IncomingMessage;
  /** Aborts when nobody waits any more. */
  readonly signal: AbortSignal;
}

/** Asks one trusted document and takes whole answers only: a silent department must not make anything disappear. */
export async function askWhole<Data>(
  { graph, signal }: Pick<Question, 'graph' | 'signal'>,
  document: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<Data> {
  const query = trustedDocument(document);
  const { data, errors, extensions } = await graph.ask({ query, variables, signal });
  if (!data || errors?.length || extensions?.departments?.length) throw notNow();
  // The document is trusted and its types are generated from the graph that answers.
  return data as Data;
}
