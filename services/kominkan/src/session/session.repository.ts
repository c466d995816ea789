import { readCursor, writeCursor } from '@manabi/kit/connection/cursor';
import type { SessionsIn } from '@manabi/kit/slot/session.arguments';
import { readByKeys, readRows } from '@manabi/kit/read-rows';
import type { EntityDictionary } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';

import { Session } from './session.entity.js';

/** The sessions of these courses, earliest first. */
export function sessionsOfCourses(
  em: EntityManager,
  courseIds: readonly string[],
): Promise<Session[]> {
  return readRows(em, Session, {
    where: 'course_id = any(array[?]::text[])',
    values: [courseIds],
    order: 'starts_at, id',
  });
}

/** The sessions with these ids, in no order. */
export function sessionsByIds(em: EntityManager, ids: readonly string[]): Promise<Session[]> {
  return readByKeys(em, Session, ['id', ids]);
}

/** What one of many pages holds: up to one session more than its size. */
export interface SessionsPage {
  readonly asked: SessionsIn;
  readonly sessions: Session[];
}

/** Where a session stands among those of its room. */
export const sessionCursor = ({ startsAt, id }: Session): string =>
  writeCursor([startsAt.toISOString(), id]);

const sessionKey = z.tuple([z.iso.datetime(), z.string().max(200)]);

/** For each room the page of the sessions in it, earliest first, cancelled ones too: one query. */
export async function sessionsInRooms(
  em: EntityManager,
  pages: readonly SessionsIn[],
): Promise<SessionsPage[]> {
  const asked = pages.map(({ of, size, after, from, to }, position) => {
    const [starts, id] = after === null ? [null, null] : readCursor(after, sessionKey);
    return { position, room: of, size: size + 1, from, to, starts, id };
  });
  const rows = await em.execute<(EntityDictionary<Session> & { position: number })[]>(pageSql, [
    JSON.stringify(asked),
  ]);
  const found = Map.groupBy(rows, (row) => row.position);
  return pages.map((page, position) => ({
    asked: page,
    sessions: (found.get(position) ?? []).map((row) => em.map(Session, row)),
  }));
}

const pageSql = `
  select asked.position, held.*
  from jsonb_to_recordset(?::jsonb) as asked (position int, room text, size int,
    "from" timestamptz, "to" timestamptz, starts timestamptz, id text)
  cross join lateral (
    select * from session
    where room_id = asked.room and starts_at >= asked."from"
      and (asked."to" is null or starts_at < asked."to")
      and (asked.id is null or (starts_at, id) > (asked.starts, asked.id))
    order by starts_at, id
    limit asked.size
  ) held
  order by asked.position, held.starts_at, held.id`;
