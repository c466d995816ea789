import { readCursor, writeCursor } from '@manabi/kit/connection/cursor';
import { type PageArguments, pageSize } from '@manabi/kit/connection/page-arguments';
import { z } from 'zod';

/** A page of a register in the order of its keys: rows at most, one more than shown, and after which key. */
export interface PageAfter {
  readonly size: number;
  readonly limit: number;
  readonly after: string | null;
}

const place = z.tuple([z.string()]);

/** The page that was asked for. Refuses a size that no page can have and a cursor of another list. */
export function pageAfter(page: PageArguments): PageAfter {
  const size = pageSize(page);
  const after = page.after ? readCursor(page.after, place)[0] : null;
  return { size, limit: size + 1, after };
}

/** The cursor of a row by its key. */
export const cursorOf = (key: string): string => writeCursor([key]);
