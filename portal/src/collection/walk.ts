import { setTimeout as pause } from 'node:timers/promises';

import { BrokenWalk } from './broken-walk.js';
import type { Answered, PublicGraph, SilentDepartment } from './public-graph.js';
import { trustedDocument } from './trusted-document.js';

/** A connection of the graph as far as a walk looks at it. */
export interface Connection<Edge> {
  readonly edges: readonly Edge[] | null;
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly endCursor?: string | null;
  } | null;
}

/** What a walk hands its document besides the variables of the asker. */
export interface PageVariables {
  readonly first: number;
  readonly after?: string | null;
}

/** A collection of the graph that is read page by page: the trusted document that asks one page, and where the page stands in its answer. */
export interface Collection<Data, Edge> {
  /** Name of the document in `schema/document/`; it takes `$first` and `$after`. */
  readonly document: string;
  /** Items of a page: as many as one operation may cost, of a long list more than others may ask at once. */
  readonly first: number;
  readonly connectionOf: (data: Data) => Connection<Edge> | null | undefined;
}

/** One page as it came. */
export interface Page<Data, Edge> {
  readonly edges: readonly Edge[];
  readonly data: Data;
  /** Departments whose own fields are null in this page, because they did not answer. */
  readonly silent: readonly SilentDepartment[];
  /** What could not be answered in this page, in the gateway's words; those fields are null. */
  readonly faults: readonly string[];
}

/** How a walk goes. */
export interface Walking {
  readonly variables?: Readonly<Record<string, unknown>>;
  /** Cursor behind which it begins; at the first page where none is said. */
  readonly after?: string | null;
  /** Aborts when nobody waits for the rest. */
  readonly signal?: AbortSignal;
}

/** Rows of a page that anybody may ask. */
const usualPage = 100;

/** Codes of failures that pass by themselves. */
const passing: ReadonlySet<unknown> = new Set([
  'DEADLINE_EXCEEDED',
  'UNAVAILABLE',
  'SUBGRAPH_UNREACHABLE',
]);

/** Milliseconds before a page that failed is asked once more, and before it is asked for the last time. */
const pauses = [250, 1_000];

/**
 * Reads a collection to its end, a page at a time in the memory of two pages: the next one is asked while this one is
 * used, and no other before that is taken. Throws BrokenWalk when a page cannot be had, so an end that is reached is
 * the end of the collection.
 */
export async function* walk<Data, Edge>(
  graph: PublicGraph,
  collection: Collection<Data, Edge>,
  { variables = {}, after = null, signal }: Walking = {},
): AsyncGenerator<Page<Data, Edge>> {
  const step = { graph, collection, variables, signal };
  let coming: Promise<Found<Data, Edge>> | undefined = pageAfter(step, after);
  while (coming) {
    const { page, next }: Found<Data, Edge> = await coming;
    coming = next === undefined ? undefined : pageAfter(step, next);
    // Whoever stops before the end never asks what became of it.
    coming?.catch(() => undefined);
    yield page;
  }
}

interface Step<Data, Edge> {
  readonly graph: PublicGraph;
  readonly collection: Collection<Data, Edge>;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly signal: AbortSignal | undefined;
}

interface Found<Data, Edge> {
  readonly page: Page<Data, Edge>;
  /** Where the next page begins; nothing at the end. */
  readonly next: string | undefined;
}

async function pageAfter<Data, Edge>(
  step: Step<Data, Edge>,
  after: string | null,
): Promise<Found<Data, Edge>> {
  const { collection } = step;
  const answer = await answerOf(step, after);
  // The document is trusted and its types are generated from the graph that answers.
  const data = answer.data as Data | null | undefined;
  const connection = data && collection.connectionOf(data);
  if (!data || !connection?.edges || !connection.pageInfo) throw broken(collection, answer);
  const { hasNextPage, endCursor } = connection.pageInfo;
  const faults = (answer.errors ?? []).map(({ message }) => message);
  if (hasNextPage && (!endCursor || endCursor === after))
    throw new BrokenWalk(collection.document, undefined, 'a page names no page to go on from.');
  return {
    page: { edges: connection.edges, data, silent: answer.extensions?.departments ?? [], faults },
    next: hasNextPage && endCursor ? endCursor : undefined,
  };
}

async function answerOf<Data, Edge>(
  { graph, collection, variables, signal }: Step<Data, Edge>,
  after: string | null,
): Promise<Answered> {
  const asked = {
    query: trustedDocument(collection.document),
    variables: { ...variables, first: collection.first, after },
    ...(collection.first > usualPage && { longPages: true }),
    ...(signal && { signal }),
  };
  for (const wait of pauses) {
    signal?.throwIfAborted();
    const answer = await graph.ask(asked);
    if (!answer.errors?.some(({ extensions }) => passing.has(extensions?.code))) return answer;
    await pause(wait, undefined, signal && { signal });
  }
  return graph.ask(asked);
}

function broken({ document }: { document: string }, { errors }: Answered): BrokenWalk {
  const [error] = errors ?? [];
  const code = error?.extensions?.code;
  return new BrokenWalk(
    document,
    typeof code === 'string' ? code : undefined,
    error?.message ?? 'the answer holds no page.',
  );
}
