import { readCursor, writeCursor } from '@manabi/kit/connection/cursor';
import type { SessionsIn } from '@manabi/kit/slot/session.arguments';
import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';

import { SportsClass } from '../sports-class/sports-class.entity.js';
import type { CourtSession } from './court-session.entity.js';

/** What one of many pages holds: up to one session more than its size. */
export interface CourtSessionsPage {
  readonly asked: SessionsIn;
  readonly sessions: CourtSession[];
}

interface SessionRow {
  position: number;
  session_starts: Date | string;
  session_ends: Date | string | null;
}

/** Where a session stands among those of its court. */
export const courtSessionCursor = ({ startsAt, sportsClass }: CourtSession): string =>
  writeCursor([startsAt.toISOString(), sportsClass.id]);

const sessionKey = z.tuple([z.iso.datetime(), z.string().max(200)]);

/** For each court the page of what takes place on it, earliest first, cancelled classes too: one query. */
export async function sessionsOnCourts(
  em: EntityManager,
  pages: readonly SessionsIn[],
): Promise<CourtSessionsPage[]> {
  const asked = pages.map(({ of, size, after, from, to }, position) => {
    const [starts, id] = after === null ? [null, null] : readCursor(after, sessionKey);
    return { position, court: of, size: size + 1, from, to, starts, id };
  });
  const rows = await em.execute<SessionRow[]>(pageSql, [JSON.stringify(asked)]);
  const found = Map.groupBy(rows, (row) => row.position);
  return pages.map((page, position) => ({
    asked: page,
    sessions: (found.get(position) ?? []).map((row) => sessionOfRow(em, row)),
  }));
}

function sessionOfRow(
  em: EntityManager,
  { session_starts, session_ends, ...row }: SessionRow,
): CourtSession {
  return {
    startsAt: new Date(session_starts),
    endsAt: session_ends === null ? null : new Date(session_ends),
    sportsClass: em.map(SportsClass, row),
  };
}

const pageSql = `
  select asked.position, held.*
  from jsonb_to_recordset(?::jsonb) as asked (position int, court text, size int,
    "from" timestamptz, "to" timestamptz, starts timestamptz, id text)
  cross join lateral (
    select class.*, time."startsAt" as session_starts, time."endsAt" as session_ends
    from sports_class class
    cross join lateral jsonb_to_recordset(class.occurrences)
      as time ("startsAt" timestamptz, "endsAt" timestamptz)
    where class.court_id = asked.court and class.withdrawn_at is null
      and time."startsAt" >= asked."from" and (asked."to" is null or time."startsAt" < asked."to")
      and (asked.id is null or (time."startsAt", class.id) > (asked.starts, asked.id))
    order by time."startsAt", class.id
    limit asked.size
  ) held
  order by asked.position, held.session_starts, held.id`;
