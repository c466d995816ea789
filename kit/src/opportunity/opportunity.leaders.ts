import type { EntityDictionary } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { ClassType } from 'type-graphql';
import { z } from 'zod';

import type { PageOf } from '../connection/connection-type.js';
import { readCursor, writeCursor } from '../connection/cursor.js';
import type { OpportunityColumns } from './opportunity.columns.js';

/** Opportunities that people lead: their class, their table, and the column that lists the people's ids. */
export interface Led<Row extends OpportunityColumns> {
  readonly type: ClassType<Row>;
  readonly table: string;
  readonly leaders: string;
}

/** What one of many pages holds: up to one row more than its size. */
export interface LedPage<Row> {
  readonly asked: PageOf;
  readonly rows: Row[];
}

/** Where an opportunity stands among those that one person leads; one whose start is not known comes last. */
export const ledCursor = ({ startsAt, id }: OpportunityColumns): string =>
  writeCursor([startsAt?.toISOString() ?? '-infinity', id]);

const ledKey = z.tuple([z.union([z.iso.datetime(), z.literal('-infinity')]), z.string().max(200)]);

/** For each person the page of what they lead or led, latest first, without what was withdrawn: one query. */
export async function ledBy<Row extends OpportunityColumns>(
  em: EntityManager,
  led: Led<Row>,
  pages: readonly PageOf[],
): Promise<LedPage<Row>[]> {
  const asked = pages.map(({ of, size, after }, position) => {
    const [starts, id] = after === null ? [null, null] : readCursor(after, ledKey);
    return { position, person: of, size: size + 1, starts, id };
  });
  const rows = await em.execute<(EntityDictionary<Row> & { position: number })[]>(pageSql(led), [
    JSON.stringify(asked),
  ]);
  const found = Map.groupBy(rows, (row) => row.position);
  return pages.map((page, position) => ({
    asked: page,
    rows: (found.get(position) ?? []).map((row) => em.map(led.type, row)),
  }));
}

const pageSql = ({
  table,
  leaders,
}: Pick<Led<OpportunityColumns>, 'table' | 'leaders'>): string => `
  select asked.position, led.*
  from jsonb_to_recordset(?::jsonb)
    as asked (position int, person text, size int, starts timestamptz, id text)
  cross join lateral (
    select * from ${table}
    where ${leaders} @> array[asked.person] and withdrawn_at is null
      and (asked.id is null or (coalesce(starts_at, '-infinity'), id) < (asked.starts, asked.id))
    order by coalesce(starts_at, '-infinity') desc, id desc
    limit asked.size
  ) led
  order by asked.position, coalesce(led.starts_at, '-infinity') desc, led.id desc`;
