import { z } from 'zod';

import { SourceProblem, shownAddress } from '../outbound/source-problem.js';
import type { SourcePage } from './source-page.js';
import { type SourcePages, ahead } from './source-pages.js';

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

/** What tells an item from every other of its feed: numbers are given out within a kind. */
export const itemKey = ({ kind = '', id }: RpdeItem): string =>
  kind === '' ? id : `${kind} ${id}`;

/** What a page of a feed told, and where the next one is. */
export interface RpdePage {
  readonly items: readonly RpdeItem[];
  /** The address from which a later poll goes on. */
  readonly next: string;
}

/** Reads the first page of a feed alone. */
export async function firstOfRpde(pages: SourcePages): Promise<RpdePage & { readonly url: URL }> {
  const page = await pages.read(pages.addressOf(), '/items');
  return { url: page.url, items: itemsOf(page), next: nextOf(page) };
}

/**
 * Reads a feed from an address to its present end: the page that is empty and names itself as the next. Its address
 * is what is asked again at the next poll. The next page is asked for while one is worked on.
 */
export async function* rpdePages(pages: SourcePages, from?: string): AsyncGenerator<RpdePage> {
  const seen = new Set<string>();
  let coming = pages.read(pages.addressOf(from), '/items');
  for (;;) {
    const page = await coming;
    const { url, rows } = page;
    const named = nextOf(page);
    const next = pages.addressOf(named);
    const isEnd = rows.length === 0 && next.href === url.href;
    seen.add(url.href);
    if (!isEnd && seen.has(next.href))
      throw malformed(
        url,
        rows.length === 0
          ? 'is empty and names an earlier page as the next; the last page names itself'
          : 'names a page as the next that was read before: "next" has to lead behind the last item of the page, also where many items were modified at one moment (afterTimestamp and afterId, or afterChangeNumber)',
      );
    if (!isEnd) coming = ahead(pages.read(next, '/items'));
    yield { items: itemsOf(page), next: named };
    if (isEnd) return;
  }
}

function nextOf({ page, url }: SourcePage): string {
  const told = z.looseObject({ next: z.string().min(1) }).safeParse(page);
  if (!told.success) throw malformed(url, 'has no "next"');
  return URL.parse(told.data.next, url.href)?.href ?? told.data.next;
}

const itemsOf = ({ url, rows }: SourcePage): RpdeItem[] => rows.map((row) => itemOf(url, row));

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
