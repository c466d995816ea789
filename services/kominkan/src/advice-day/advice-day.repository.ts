import type { PageOf } from '@manabi/kit/connection/connection-type';
import { readCursor, writeCursor } from '@manabi/kit/connection/cursor';
import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';

import { AdviceDay } from './advice-day.entity.js';

/** The advice days with these ids, in no order. */
export function adviceDaysByIds(em: EntityManager, ids: readonly string[]): Promise<AdviceDay[]> {
  return em.find(AdviceDay, { id: { $in: [...ids] } });
}

/** A page of the advice days of one desk, as the key of a loader; of all desks when `of` is empty. ISO 8601. */
export interface AdviceDaysOf extends PageOf {
  /** Those that begin then or later; null: those that end after `now`. */
  readonly from: string | null;
  readonly to: string | null;
  readonly now: string;
  readonly facilities: readonly string[] | null;
}

/** What one of many pages holds: up to one day more than its size. */
export interface AdviceDaysPage {
  readonly asked: AdviceDaysOf;
  readonly days: AdviceDay[];
}

/** Where an advice day stands among others. */
export const adviceDayCursor = ({ startsAt, id }: AdviceDay): string =>
  writeCursor([startsAt.toISOString(), id]);

const dayKey = z.tuple([z.iso.datetime(), z.string().max(200)]);

/** For each page the advice days on it, earliest first, called-off ones too: one query. */
export async function adviceDayPages(
  em: EntityManager,
  pages: readonly AdviceDaysOf[],
): Promise<AdviceDaysPage[]> {
  const asked = pages.map(({ of, size, after, ...page }, position) => {
    const [starts, id] = after === null ? [null, null] : readCursor(after, dayKey);
    return { ...page, position, desk: of === '' ? null : of, size: size + 1, starts, id };
  });
  const rows = await em.execute<{ position: number }[]>(pageSql, [JSON.stringify(asked)]);
  const found = Map.groupBy(rows, ({ position }) => position);
  return pages.map((page, position) => ({
    asked: page,
    days: (found.get(position) ?? []).map((row) => em.map(AdviceDay, row)),
  }));
}

const pageSql = `
  select asked.position, held.*
  from jsonb_to_recordset(?::jsonb) as asked (position int, desk text, size int, "from" timestamptz,
    "to" timestamptz, now timestamptz, facilities jsonb, starts timestamptz, id text)
  cross join lateral (
    select * from advice_day
    where (asked.desk is null or desk_id = asked.desk)
      and (asked.facilities is null or jsonb_exists(asked.facilities, venue_code))
      and (case when asked."from" is null then ends_at > asked.now else starts_at >= asked."from" end)
      and (asked."to" is null or starts_at < asked."to")
      and (asked.id is null or (starts_at, id) > (asked.starts, asked.id))
    order by starts_at, id
    limit asked.size
  ) held
  order by asked.position, held.starts_at, held.id`;
