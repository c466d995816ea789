import { SourceProblem } from '@manabi/kit/outbound/source-problem';
import { itemKey, rpdePages } from '@manabi/kit/pull/rpde-changes';
import { keyOf } from '@manabi/kit/pull/seen-rows';
import type { SourcePages } from '@manabi/kit/pull/source-pages';

import { type RowsCopy, noCopy } from './rows-copy.js';
import type { Source } from './source-files.js';
import { holds, wantedCells } from './wanted-cells.js';

/** A copy after what changed was read into it. */
export interface ReadOn extends RowsCopy {
  readonly next: string;
  /** How many changes were told. */
  readonly changes: number;
}

/** Reads what a feed told since its copy was made. A feed that does not know any more where we stood is read from its beginning. */
export async function readFeed(
  source: Source,
  pages: SourcePages,
  copy: RowsCopy,
): Promise<ReadOn> {
  const rows = new Map(copy.rows);
  let [next, changes] = [copy.next ?? '', 0];
  try {
    for await (const page of rpdePages(pages, copy.next)) {
      next = page.next;
      for (const item of page.items) {
        changes += 1;
        const [cells] = item.state === 'updated' ? wantedCells(source, [item]) : [];
        setAnew(rows, itemKey(item), cells);
      }
    }
  } catch (error) {
    if (!isForgotten(error, copy)) throw error;
    return readFeed(source, pages, noCopy);
  }
  return { rows, next, changes, wholeAt: copy.wholeAt };
}

/** Reads the rows that changed since a copy was made, or all of them where there is none. */
export async function readChanges(
  source: Source,
  pages: SourcePages,
  { copy, now }: { copy: RowsCopy; now: Date },
): Promise<ReadOn> {
  const { key = '', since } = source.declared;
  const rows = new Map(copy.rows);
  let changes = 0;
  for await (const page of pages.all()) {
    for (const row of page.rows) {
      changes += 1;
      const isGone =
        since !== undefined && Object.keys(since.gone).length > 0 && holds(row, since.gone);
      const [cells] = isGone ? [] : wantedCells(source, [row]);
      setAnew(rows, keyOf(page.url, row, key), cells);
    }
  }
  return { rows, next: now.toISOString(), changes, wholeAt: copy.wholeAt };
}

/** Set anew, so that the order is that of the last change, as at the source. */
function setAnew(
  rows: Map<string, readonly string[]>,
  key: string,
  cells: readonly string[] | undefined,
): void {
  rows.delete(key);
  if (cells) rows.set(key, cells);
}

/** Whether a source does not know any more where we stood: then its feed is read from its beginning. */
const isForgotten = (error: unknown, copy: RowsCopy): boolean =>
  copy.next !== undefined &&
  error instanceof SourceProblem &&
  [400, 404, 410].includes(error.answer.status ?? 0);
