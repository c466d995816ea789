import type { PageOf } from '@manabi/kit/connection/connection-type';
import { readCursor, writeCursor } from '@manabi/kit/connection/cursor';
import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';

import { MeetingDecision, PlanMeeting } from './meeting.entity.js';
import type { PlanMeetingFilter } from './meeting.input.js';

/** Decisions that the list of one measure shows at most. */
const listed = 20;

/** Those with these ids, in no order; ids that nothing has are left out. */
export function meetingsByIds(em: EntityManager, ids: readonly string[]): Promise<PlanMeeting[]> {
  return em.find(PlanMeeting, { id: { $in: [...ids] }, withdrawnAt: null });
}

/** Those with these ids, in no order; ids that nothing has are left out. */
export function decisionsByIds(
  em: EntityManager,
  ids: readonly string[],
): Promise<MeetingDecision[]> {
  return em.find(MeetingDecision, { id: { $in: [...ids] }, withdrawnAt: null });
}

/** What these meetings decided, in their order. */
export function decisionsOfMeetings(
  em: EntityManager,
  meetingIds: readonly string[],
): Promise<MeetingDecision[]> {
  return em.find(
    MeetingDecision,
    { meetingId: { $in: [...meetingIds] }, withdrawnAt: null },
    { orderBy: { number: 'asc', id: 'asc' } },
  );
}

/** What was decided for these measures, latest first, up to twenty of each. */
export async function decisionsOfMeasures(
  em: EntityManager,
  codes: readonly string[],
): Promise<MeetingDecision[]> {
  const rows = await em.execute<object[]>(
    `select d.* from jsonb_array_elements_text(?::jsonb) as wanted (code)
     cross join lateral (
       select d.* from meeting_decision d join plan_meeting m on m.id = d.meeting_id
       where d.measure_code = wanted.code and d.withdrawn_at is null and m.withdrawn_at is null
       order by m.held_at desc, d.number, d.id limit ${listed}
     ) d`,
    [JSON.stringify(codes)],
  );
  return rows.map((row) => em.map(MeetingDecision, row));
}

const place = z.tuple([z.int(), z.string()]);

/** Meetings stand latest first; this is the cursor of one. */
export const meetingCursor = ({ heldAt, id }: PlanMeeting): string =>
  writeCursor([heldAt.getTime(), id]);

/** Reads one page of meetings that fit, latest first, and one row more. */
export async function meetingsThatFit(
  em: EntityManager,
  { kind, measure, facility, period }: PlanMeetingFilter,
  { size, after }: Omit<PageOf, 'of'>,
): Promise<PlanMeeting[]> {
  const conditions: [sql: string, ...values: unknown[]][] = [['m.withdrawn_at is null']];
  if (kind != null) conditions.push(['m.kind = ?', kind]);
  if (facility != null) conditions.push(['m.facility_code = ?', facility]);
  if (period?.from) conditions.push(['m.held_at >= ?', period.from]);
  if (period?.to) conditions.push(['m.held_at <= ?', period.to]);
  if (measure != null) {
    conditions.push([
      `exists (select from meeting_decision d
         where d.meeting_id = m.id and d.measure_code = ? and d.withdrawn_at is null)`,
      measure,
    ]);
  }
  if (after !== null) {
    const [heldAt, id] = readCursor(after, place);
    conditions.push(['(m.held_at, m.id) < (?::timestamptz, ?)', new Date(heldAt), id]);
  }
  const rows = await em.execute<object[]>(
    `select m.* from plan_meeting m where ${conditions.map(([sql]) => sql).join(' and ')}
     order by m.held_at desc, m.id desc limit ?`,
    [...conditions.flatMap(([, ...values]) => values), size + 1],
  );
  return rows.map((row) => em.map(PlanMeeting, row));
}
