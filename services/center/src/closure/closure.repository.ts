import { readCursor, writeCursor } from '@manabi/kit/connection/cursor';
import type { TimeSpan } from '@manabi/kit/value/time-span';
import { readByKeys, readRows } from '@manabi/kit/read-rows';
import { type EntityManager, raw } from '@mikro-orm/postgresql';
import { z } from 'zod';

import { Closure } from './closure.entity.js';
import { fallsInto, spanOf } from './closure.rules.js';

/** The closures of a house that fall into a time; both moments may be the same. Moments are ISO 8601. */
export interface ClosuresWithin {
  readonly facilityCode: string;
  readonly from: string;
  readonly to: string;
}

/** A closure with the question that it answers. */
export interface ClosureFound {
  readonly asked: ClosuresWithin;
  readonly closure: Closure;
}

/** The closures with these ids, in no order. */
export function closuresByIds(em: EntityManager, ids: readonly string[]): Promise<Closure[]> {
  return readByKeys(em, Closure, ['id', ids]);
}

/** The closures that fall into each time, first start first; what was taken back before it began is left out. */
export async function closuresWithin(
  em: EntityManager,
  asked: readonly ClosuresWithin[],
): Promise<ClosureFound[]> {
  const firstFrom = asked
    .map(({ from }) => Date.parse(from))
    .reduce((one, other) => Math.min(one, other));
  const lastTo = asked.map(({ to }) => Date.parse(to)).reduce((one, other) => Math.max(one, other));
  const closures = await readRows(em, Closure, {
    where: `facility_code = any(array[?]::text[]) and starts_at <= ?::timestamptz
      and (ends_at is null or ends_at > ?::timestamptz)`,
    values: [
      [...new Set(asked.map(({ facilityCode }) => facilityCode))],
      new Date(lastTo).toISOString(),
      new Date(firstFrom).toISOString(),
    ],
    order: 'starts_at, id',
  });
  const ofFacility = Map.groupBy(closures, ({ facilityCode }) => facilityCode);
  return asked.flatMap((each) => {
    const span = { from: new Date(each.from), to: new Date(each.to) };
    const own = ofFacility.get(each.facilityCode) ?? [];
    return own
      .filter((closure) => fallsInto(closure, span))
      .map((closure) => ({ asked: each, closure }));
  });
}

const place = z.tuple([z.iso.datetime(), z.string()]);

/** The cursor of a closure in the list of the whole city. */
export const closureCursor = ({ startsAt, id }: Closure): string =>
  writeCursor([startsAt.toISOString(), id]);

/** What is closed at some moment of a time, first start first. Refuses a cursor of another list. */
export function closuresAfter(
  em: EntityManager,
  { from, to }: TimeSpan,
  { limit, after }: { limit: number; after: string | null },
): Promise<Closure[]> {
  const [startsAt, id] = after === null ? [null, null] : readCursor(after, place);
  const start = startsAt === null ? null : new Date(startsAt);
  return em.find(
    Closure,
    {
      $and: [
        { startsAt: { $lte: to } },
        { $or: [{ endsAt: null }, { endsAt: { $gt: from } }] },
        { $or: [{ liftedAt: null }, { liftedAt: { $gt: from } }] },
        { [raw('coalesce(lifted_at > starts_at, true)')]: true },
        start === null ? {} : { startsAt: { $gte: start } },
        start === null ? {} : { $or: [{ startsAt: { $gt: start } }, { id: { $gt: id } }] },
      ],
    },
    { orderBy: { startsAt: 'asc', id: 'asc' }, limit },
  );
}

/** Closures of the same house, or of one of the same rooms, that take away any of the same time. */
export async function standingAgainst(em: EntityManager, closure: Closure): Promise<Closure[]> {
  const span = spanOf(closure);
  if (!span) return [];
  const asked = {
    facilityCode: closure.facilityCode,
    from: span.from.toISOString(),
    to: span.to.toISOString(),
  };
  const found = await closuresWithin(em, [asked]);
  const rooms = new Set(closure.roomIds);
  return found
    .map((each) => each.closure)
    .filter(({ startsAt }) => startsAt < span.to)
    .filter(({ roomIds }) =>
      rooms.size === 0 || roomIds.length === 0
        ? rooms.size === roomIds.length
        : roomIds.some((id) => rooms.has(id)),
    );
}
