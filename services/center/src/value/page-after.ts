import { type Connection, type Edge, connection } from '@manabi/kit/connection/connection';
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

function pageAfter(page: PageArguments): PageAfter {
  const size = pageSize(page);
  const after = page.after ? readCursor(page.after, place)[0] : null;
  return { size, limit: size + 1, after };
}

/**
 * A page of a register in the order of the column that is its key, as `read` finds its rows. Refuses a size that no page
 * can have and a cursor of another list.
 */
export async function registerPage<Key extends string, Row extends Readonly<Record<Key, string>>>(
  page: PageArguments,
  key: Key,
  read: (wanted: PageAfter) => Promise<readonly Row[]>,
): Promise<Connection<Edge<Row>>> {
  const wanted = pageAfter(page);
  const rows = await read(wanted);
  return connection(rows, { size: wanted.size, after: page.after }, (node) => ({
    cursor: writeCursor([node[key]]),
    node,
  }));
}
