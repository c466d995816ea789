import type { PageOf } from '@manabi/kit/connection/connection-type';
import { readCursor, writeCursor } from '@manabi/kit/connection/cursor';
import type { EntityClass, EntityDictionary } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';

import type { Condition } from '../words/words.search.js';
import { ndcPrefix } from './ndc.rules.js';

/** A table whose records stand under NDC numbers (see `ndcTables`), with its entity. */
export interface NdcTable<Row extends object> {
  readonly name: string;
  readonly entity: EntityClass<Row>;
}

/** A record with its place in the table's order, as a cursor. */
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

const place = z.tuple([z.int(), z.string()]);

/** A condition that holds for records under an NDC number or one that begins with it; refuses what is no number. */
export function underNdc(table: string, ndc: string): Condition {
  const prefix = ndcPrefix(ndc);
  return [
    `exists (select from record_ndc n where n.kind = '${table}' and n.id = t.id
       and n.ndc >= ? and n.ndc < ? || ':')`,
    prefix,
    prefix,
  ];
}

/** Reads up to `limit` records that fit and were not withdrawn, in the order of their places, after a cursor. */
export async function recordsThatFit<Row extends object>(
  em: EntityManager,
  { name, entity }: NdcTable<Row>,
  wanted: { conditions: readonly Condition[]; limit: number; after: string | null },
): Promise<Placed<Row>[]> {
  const conditions: Condition[] = [['t.withdrawn_at is null'], ...wanted.conditions];
  if (wanted.after !== null)
    conditions.push(['(t.place, t.id) > (?, ?)', ...readCursor(wanted.after, place)]);
  const rows = await em.execute<PlaceColumns[]>(
    `select t.* from ${name} t where ${conditions.map(([sql]) => sql).join(' and ')}
     order by t.place, t.id limit ?`,
    [...conditions.flatMap(([, ...values]) => values), wanted.limit],
  );
  return rows.map((row) => placed(em, entity, row));
}

/** Reads many pages in one query: each up to `size + 1` records whose NDC begins with `of`, in the order of their places. */
export async function recordsOfNdcs<Row extends object>(
  em: EntityManager,
  { name, entity }: NdcTable<Row>,
  pages: readonly PageOf[],
): Promise<Paged<Row>[]> {
  const wanted = pages.map(({ of, size, after }, page) => {
    const [at, id] = after === null ? [null, null] : readCursor(after, place);
    return { page, ndc: ndcPrefix(of), size: size + 1, place: at, id };
  });
  const rows = await em.execute<(PlaceColumns & { page: number })[]>(
    `select w.page, listed.*
     from jsonb_to_recordset(?::jsonb) as w(page int, ndc text, size int, place int, id text)
     cross join lateral (
       select t.* from ${name} t
       where t.withdrawn_at is null and exists (select from record_ndc n
           where n.kind = '${name}' and n.id = t.id and n.ndc >= w.ndc and n.ndc < w.ndc || ':')
         and (w.id is null or (t.place, t.id) > (w.place, w.id))
       order by t.place, t.id limit w.size
     ) listed
     order by w.page, listed.place, listed.id`,
    [JSON.stringify(wanted)],
  );
  return rows.flatMap(({ page: at, ...row }) => {
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
