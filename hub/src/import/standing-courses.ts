import { japanDay, japanTime } from '@manabi/kit/japan-time';
import type { EventSession, Occurrence } from '@manabi/kit/import/dataset/event-session';
import type { EntityManager } from '@mikro-orm/postgresql';

import { offeringTargets } from './offering-targets.js';
import type { Offering } from './route.rules.js';

/** A session as the file said it that brought it, whatever was changed by hand since. */
export interface StandingSession {
  readonly id?: string;
  readonly startsAt: string;
  readonly endsAt: string | null;
  readonly allDay: boolean;
  readonly number?: number | null;
  readonly topic?: string | null;
  readonly venueText?: string | null;
  /** Called off by hand. */
  readonly isOff: boolean;
}

/** What stands of a course that an earlier file brought. */
export interface StandingCourse {
  /** What names it within its data set. */
  readonly key: string;
  readonly name: string;
  readonly venueText: string | null;
  readonly sessions: readonly StandingSession[];
}

interface CourseRow {
  readonly key: string;
  readonly base: string;
  readonly name: string;
  readonly venue_text: string | null;
  readonly times: readonly (StandingSession & { readonly formerTimes?: StandingSession[] })[];
}

/** The part of a key that stays when a course of the same name is told from it by its order in the file or by its days. */
export const baseOf = (key: string): string => /^c-[0-9a-f]{20}/.exec(key)?.[0] ?? key;

/**
 * The courses that stand in a service under these keys, or under keys made of them, by the part that stays. One query.
 */
export async function standingCourses(
  em: EntityManager,
  service: Offering,
  { dataset, keys }: { dataset: string; keys: readonly string[] },
): Promise<Map<string, StandingCourse[]>> {
  const bases = [...new Set(keys.map(baseOf))];
  const rows = await em.execute<CourseRow[]>(
    `select base, substr(t.source_key, length(?) + 2) as key, t.title ->> 'ja' as name, t.venue_text,
       ${timesIn(service)} as times
     from unnest(array[?]::text[]) base
     join ${offeringTargets[service].table} t
       on t.source_key >= ? || '#' || base and t.source_key <= ? || '#' || base || '~'
     order by t.source_key`,
    [dataset, bases, dataset, dataset],
  );
  const found = rows
    .filter(({ key, base }) => baseOf(key) === base)
    .map((row) => [row.base, courseOf(row)] as const);
  const by = new Map<string, StandingCourse[]>();
  for (const [base, course] of found) by.set(base, [...(by.get(base) ?? []), course]);
  return by;
}

/** SQL for the times of a row `t`. */
function timesIn(service: Offering): string {
  if (service === 'kominkan')
    return `(select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'startsAt', s.starts_at,
        'endsAt', s.ends_at, 'allDay', s.all_day, 'formerTimes', s.former_times,
        'number', (s.said ->> 'number')::integer, 'topic', s.said ->> 'topic',
        'venueText', s.said ->> 'venue_text', 'isOff', s.cancelled_at is not null)), '[]')
      from session s where s.course_id = t.id)`;
  const off = `(select coalesce(jsonb_agg(e || '{"isOff": true}'), '[]') from jsonb_array_elements(t.called_off) e)`;
  return `coalesce(t.occurrences, '[]') ${service === 'sports' ? `|| ${off}` : ''}`;
}

function courseOf({ key, name, venue_text: venueText, times }: CourseRow): StandingCourse {
  const sessions = times.map(({ formerTimes, ...time }): StandingSession => {
    const said = formerTimes?.[0] ?? time;
    return {
      ...time,
      startsAt: new Date(said.startsAt).toISOString(),
      endsAt: said.endsAt ? new Date(said.endsAt).toISOString() : null,
      isOff: time.isOff ?? false,
    };
  });
  return { key, name, venueText, sessions };
}

/** A session that stands, as a file would say it again. */
export function saidAgain(session: StandingSession, course: StandingCourse): EventSession {
  const { number, topic } = session;
  const place = session.venueText ?? course.venueText;
  return {
    row: 0,
    ...(number && { number }),
    ...(topic && { topic }),
    ...(place && { venue: { text: place, column: '', isOnline: false } }),
    occurrences: [occurrenceOf(session)],
  };
}

function occurrenceOf({ startsAt, endsAt, allDay }: StandingSession): Occurrence {
  const [start, end] = [new Date(startsAt), endsAt === null ? null : new Date(endsAt)];
  const date = japanDay(start);
  if (allDay && end) return { date, lastDate: japanDay(new Date(end.getTime() - 1)), whole: true };
  if (allDay) return { date };
  if (!end) return { date, start: japanTime(start) };
  const days = Math.round((Date.parse(japanDay(end)) - Date.parse(date)) / 86_400_000);
  const [hours = 0, minutes = ''] = japanTime(end).split(':');
  const clock = `${String(Number(hours) + 24 * days).padStart(2, '0')}:${minutes}`;
  return { date, start: japanTime(start), end: clock };
}
