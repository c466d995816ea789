import type { PageOf } from '@manabi/kit/connection/connection-type';
import { readCursor, writeCursor } from '@manabi/kit/connection/cursor';
import type { EntityClass, EntityDictionary } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';

import type { Condition } from '../words/words.search.js';

/** Rows in a fixed order: SQL for a table with the columns `id`, `place` and `withdrawn_at`, and its entity. */
export interface Listing<Row extends object> {
  readonly rows: string;
  readonly entity: EntityClass<Row>;
}

/** A record with its place in the order, as a cursor. */
export interface Placed<Row> {
  readonly cursor: string;
  readonly node: Row;
}

/** A record with the page on which it stands. */
export interface Paged<Row> extends Placed<Row> {
  readonly page: PageOf;
}

interface PlaceColumns {
  readonly place: number;
  readonly id: string;
}

const place = z.tuple([z.int32(), z.string()]);

/** Reads up to `limit` records that fit and were not withdrawn, in their order, after a cursor. */
export async function recordsThatFit<Row extends object>(
  em: EntityManager,
  { rows, entity }: Listing<Row>,
  wanted: { conditions: readonly Condition[]; limit: number; after: string | null },
): Promise<Placed<Row>[]> {
  const conditions: Condition[] = [['t.withdrawn_at is null'], ...wanted.conditions];
  if (wanted.after !== null)
    conditions.push(['(t.place, t.id) > (?, ?)', ...readCursor(wanted.after, place)]);
  const found = await em.execute<PlaceColumns[]>(
    `select t.* from ${rows} t where ${conditions.map(([sql]) => sql).join(' and ')}
     order by t.place, t.id limit ?`,
    [...conditions.flatMap(([, ...values]) => values), wanted.limit],
  );
  return found.map((row) => placed(em, entity, row));
}

/**
 * Reads many pages in one query: each up to `size + 1` records in their order that were not withdrawn and for which
 * `match`, SQL on `t` and on the text `w.of`, holds.
 */
export async function recordsOfPages<Row extends object>(
  em: EntityManager,
  { rows, entity, match }: Listing<Row> & { readonly match: string },
  pages: readonly PageOf[],
): Promise<Paged<Row>[]> {
  const wanted = pages.map(({ of, size, after }, page) => {
    const [at, id] = after === null ? [null, null] : readCursor(after, place);
    return { page, of, size: size + 1, place: at, id };
  });
  const found = await em.execute<(PlaceColumns & { page: number })[]>(
    `select w.page, listed.*
     from jsonb_to_recordset(?::jsonb) as w(page int, "of" text, size int, place int, id text)
     cross join lateral (
       select t.* from ${rows} t
       where t.withdrawn_at is null and ${match}
         and (w.id is null or (t.place, t.id) > (w.place, w.id))
       order by t.place, t.id limit w.size
     ) listed
     order by w.page, listed.place, listed.id`,
    [JSON.stringify(wanted)],
  );
  return found.flatMap(({ page: at, ...row }) => {
    const page = pages[at];
    return page ? [{ page, ...placed(em, entity, row) }] : [];
  });
}

function placed<Row extends object>(
  em: EntityManager,
  entity: EntityClass<Row>,
  row: PlaceColumns,
): Placed<Row> {
  // The row was read from the table that the entity maps.
  const node = em.map(entity, row as unknown as EntityDictionary<Row>);
  return { cursor: writeCursor([row.place, row.id]), node };
}
