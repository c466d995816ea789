import type { OpenService } from '@manabi/kit/open';
import { fold } from '@manabi/kit/text/fold';

import { ask } from './ask.js';
import type { Term } from './terms.js';

/** How what the index finds compares with what reading every text finds. */
export interface Recall {
  /** Searches compared: those that reading finds at most `comparedAtMost` opportunities for. */
  readonly searches: number;
  readonly expected: number;
  readonly found: number;
  /** Share of what was expected that was found. */
  readonly recall: number;
  /** Found and not expected. */
  readonly beyond: number;
  /** Found on more than one page of the same search. */
  readonly repeated: number;
}

/** Hits of a search that is compared, page by page to its end. */
const comparedAtMost = 5_000;

const page = `query ($text: String!, $after: String) {
  opportunities(filter: { text: $text, includeCancelled: true, includePast: true }, first: 100, after: $after) {
    totalCount { value isExact } edges { node { id } } pageInfo { hasNextPage endCursor } } }`;

/** Compares searches with a look at every text, over all pages, what is over and what is cancelled too. */
export async function recallOf(
  service: OpenService,
  terms: readonly Term[],
  texts: ReadonlyMap<string, string>,
): Promise<Recall> {
  const sums = { searches: 0, expected: 0, found: 0, beyond: 0, repeated: 0 };
  for (const { text } of terms) {
    const right = byReading(text, texts);
    if (right.size > comparedAtMost) continue;
    const pages = await allIds(service, text);
    const ids = new Set(pages);
    sums.searches += 1;
    sums.expected += right.size;
    const rightly = [...ids].filter((id) => right.has(id)).length;
    sums.found += rightly;
    sums.beyond += ids.size - rightly;
    sums.repeated += pages.length - ids.size;
  }
  return { ...sums, recall: sums.expected === 0 ? 0 : sums.found / sums.expected };
}

function byReading(text: string, texts: ReadonlyMap<string, string>): Set<string> {
  const words = fold(text).split(' ');
  const right = new Set<string>();
  for (const [id, body] of texts) if (words.every((word) => body.includes(word))) right.add(id);
  return right;
}

async function allIds(service: OpenService, text: string): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const { edges, pageInfo } = await ask(service, page, { text, after });
    ids.push(...edges.flatMap(({ node }) => (node ? [node.id] : [])));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after);
  return ids;
}
