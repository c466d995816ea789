import { z } from 'zod';

import { SourceProblem, shownAddress } from '../outbound/source-problem.js';
import type { SourcePages } from './source-pages.js';

/**
 * One item of a Realtime Paged Data Exchange feed (OpenActive RPDE 1.0), as far as it is needed; what else stands in it
 * stays.
 */
const item = z.looseObject({
  id: z.union([z.string().min(1).max(500), z.int()]).transform(String),
  kind: z.string().optional(),
  state: z.enum(['updated', 'deleted']),
  modified: z.union([z.string(), z.number()]),
  data: z.unknown().optional(),
});

/** One item of a feed, whole. */
export type RpdeItem = z.output<typeof item>;

/** What a page of a feed told, and where the next one is. */
export interface RpdePage {
  readonly items: readonly RpdeItem[];
  /** The address from which a later poll goes on. */
  readonly next: string;
}

/**
 * Reads a feed from an address to its present end: the page that is empty and names itself as the next. Its address
 * is what is asked again at the next poll.
 */
export async function* rpdePages(pages: SourcePages, from?: string): AsyncGenerator<RpdePage> {
  let url = pages.addressOf(from);
  const seen = new Set<string>();
  for (;;) {
    const { page, rows } = await pages.read(url, '/items');
    const told = z.looseObject({ next: z.string().min(1) }).safeParse(page);
    if (!told.success) throw malformed(url, 'has no "next"');
    const named = URL.parse(told.data.next, url.href)?.href ?? told.data.next;
    const next = pages.addressOf(named);
    yield { items: rows.map((row) => itemOf(url, row)), next: named };
    if (rows.length === 0 && next.href === url.href) return;
    seen.add(url.href);
    if (seen.has(next.href)) throw malformed(url, 'names a page as the next that was read before');
    url = next;
  }
}

function itemOf(url: URL, row: unknown): RpdeItem {
  const read = item.safeParse(row);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw malformed(
      url,
      `holds an item whose "${issue?.path.join('.') ?? ''}" is not as RPDE says`,
    );
  }
  const { state, data } = read.data;
  if (state === 'updated' && (typeof data !== 'object' || data === null))
    throw malformed(url, `holds the item ${read.data.id}, "updated" without data`);
  return read.data;
}

const malformed = (url: URL, what: string): SourceProblem =>
  new SourceProblem('NOT_AS_DECLARED', `The page ${shownAddress(url)} ${what}.`);
