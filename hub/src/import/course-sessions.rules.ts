import type { EventSession } from '@manabi/kit/import/dataset/event-session';
import type { EventRecord } from '@manabi/kit/import/dataset/record';
import { eventTimes } from '@manabi/kit/opportunity/event-times';
import type { OccurrenceTimes } from '@manabi/kit/opportunity/opportunity.published';

import { type StandingCourse, type StandingSession, saidAgain } from './standing-courses.js';

/** A course of a file beside what stands of it. */
export interface SettledCourse {
  readonly record: EventRecord;
  /** The id under which a session stands, by its time. */
  readonly ids: ReadonlyMap<string, string>;
  /** Sessions to come that stand and that the file no longer names, so that they go; and how many to come stand. */
  readonly gone: readonly StandingSession[];
  readonly present: number;
}

/** A session's time as one word. */
export const timeWord = ({ startsAt, endsAt }: OccurrenceTimes): string =>
  `${new Date(startsAt).toISOString()} ${endsAt ? new Date(endsAt).toISOString() : ''}`;

/**
 * The course that stands of which a file tells again: the one with most sessions at the same times; else the one of its very key, unless
 * that is over. Undefined where it is a new one.
 */
export function sameCourse(
  record: EventRecord,
  standing: readonly StandingCourse[],
  now: Date,
): StandingCourse | undefined {
  const named = new Set(eventTimes(record.occurrences).map(timeWord));
  const shared = ({ sessions }: StandingCourse): number =>
    sessions.filter((session) => named.has(timeWord(session))).length;
  const own = standing.find(({ key }) => key === record.key);
  if (own && record.key === record.number) return own;
  const [best] = standing.toSorted(
    (one, other) => shared(other) - shared(one) || Number(other === own) - Number(one === own),
  );
  if (best && shared(best) > 0) return best;
  const isOver = own?.sessions.every(({ startsAt }) => new Date(startsAt) < now);
  return isOver ? undefined : own;
}

/**
 * A course of a file with the sessions that stand and stay: those that have been before the first that the file names, and all of them
 * where the file is not the whole list or could not all be read. A session of the same number that moved keeps its id.
 */
export function settle(
  record: EventRecord,
  course: StandingCourse,
  { isWhole, now }: { isWhole: boolean; now: Date },
): SettledCourse {
  const told = (record.sessions ?? []).flatMap((session) =>
    eventTimes(session.occurrences).map((time) => ({ time, number: session.number })),
  );
  const named = new Set(told.map(({ time }) => timeWord(time)));
  const [again, others] = [true, false].map((isNamed) =>
    course.sessions.filter((session) => named.has(timeWord(session)) === isNamed),
  );
  const moved = movedSessions(told, { again: again ?? [], others: others ?? [], now });
  const left = (others ?? []).filter(
    (session) => !session.isOff && ![...moved.values()].includes(session),
  );
  const first = eventTimes(record.occurrences)[0]?.startsAt ?? now;
  const stays = ({ startsAt }: StandingSession): boolean =>
    !isWhole ||
    record.isPartlyRead === true ||
    (new Date(startsAt) < now && new Date(startsAt) < new Date(first));
  const isToCome = ({ startsAt, isOff }: StandingSession): boolean =>
    new Date(startsAt) >= now && !isOff;
  const kept = left.filter(stays).map((session) => saidAgain(session, course));
  return {
    record: withSessions({ ...record, key: course.key }, kept),
    ids: new Map([
      ...(again ?? []).flatMap(idByTime),
      ...[...moved].flatMap(([word, { id }]) => (id === undefined ? [] : [[word, id] as const])),
    ]),
    gone: left.filter((session) => !stays(session) && isToCome(session)),
    present: course.sessions.filter(isToCome).length,
  };
}

const idByTime = (session: StandingSession): (readonly [string, string])[] =>
  session.id === undefined ? [] : [[timeWord(session), session.id]];

/** Sessions that stand at a time which the file no longer names, by the new time of the one of the same number. */
function movedSessions(
  told: readonly { time: OccurrenceTimes; number: number | undefined }[],
  {
    again,
    others,
    now,
  }: { again: readonly StandingSession[]; others: readonly StandingSession[]; now: Date },
): Map<string, StandingSession> {
  const at = new Set(again.map(timeWord));
  const moved = new Map<string, StandingSession>();
  for (const { time, number } of told) {
    if (number === undefined || at.has(timeWord(time))) continue;
    const before = others.filter(
      (session) => session.number === number && !session.isOff && new Date(session.startsAt) >= now,
    );
    if (before.length === 1 && before[0]) moved.set(timeWord(time), before[0]);
  }
  return moved;
}

function withSessions(record: EventRecord, kept: readonly EventSession[]): EventRecord {
  if (kept.length === 0) return record;
  const sessions = [...kept, ...(record.sessions ?? [])];
  return { ...record, sessions, occurrences: sessions.flatMap(({ occurrences }) => occurrences) };
}
