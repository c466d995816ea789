import type { DeliveredRow, DeliveryTarget } from '@manabi/kit/delivery/delivery.target';
import type { Venue } from '@manabi/kit/import/dataset/event-session';
import type { EventRecord } from '@manabi/kit/import/dataset/record';
import { opaqueId } from '@manabi/kit/opaque-id';
import { eventTimes } from '@manabi/kit/opportunity/event-times';
import {
  type EventSetting,
  importedColumns,
  importedId,
  importedOpportunity,
} from '@manabi/kit/opportunity/opportunity.import';
import type { OccurrenceTimes } from '@manabi/kit/opportunity/opportunity.published';

/** Columns of a session that a file sets and that people change by hand. */
const changeable = ['topic', 'room_id', 'venue_text'];

/** Where events of a file go: a course, and a session for each time. */
export const courseTarget: DeliveryTarget = {
  table: 'course',
  key: 'id',
  columns: [...importedColumns, 'childcare_offered', 'level'],
  over: ['ends_at', 'starts_at'],
  child: {
    table: 'session',
    parent: 'course_id',
    columns: ['id', 'starts_at', 'ends_at', 'all_day', ...changeable, 'said'],
    byHand: {
      isSame: `coalesce((e.former_times -> 0 ->> 'startsAt')::timestamptz, e.starts_at) = c.starts_at
        and case when e.former_times -> 0 is null then e.ends_at
          else (e.former_times -> 0 ->> 'endsAt')::timestamptz end is not distinct from c.ends_at`,
      // People go on reading that it does not take place.
      stays: 'e.cancelled_at is not null',
      said: { column: 'said', of: changeable, key: 'id' },
    },
  },
};

/** What is known of where a course's sessions are, beside what is known of it as an event. */
export interface CourseSetting extends EventSetting {
  /** The room of these centres that a place certainly is. */
  readonly roomOf?: (venue: Venue) => string | undefined;
  /** The id under which the session at a time stands already. */
  readonly idOf?: (time: OccurrenceTimes) => string | undefined;
}

/** An event of a file as a course with its sessions. */
export function deliveredCourse(record: EventRecord, setting: CourseSetting): DeliveredRow {
  const { values } = importedOpportunity(record, setting);
  const sessions = sessionsOf(record);
  return {
    target: courseTarget,
    key: record.key,
    id: importedId(setting.dataset, record.key),
    values: { ...values, childcare_offered: record.childcare, level: record.level ?? null },
    children: sessions.map((session, at) => {
      const id =
        setting.idOf?.(session.time) ??
        opaqueId('import session', setting.dataset, record.key, wordOf(sessions, at));
      return deliveredSession(session, { id, course: record, roomOf: setting.roomOf });
    }),
  };
}

/** One session as it is kept, and beside it what the file said of what people change by hand. */
function deliveredSession(
  { time, number, topic, venue }: TimedSession,
  { id, course, roomOf }: { id: string; course: EventRecord; roomOf: CourseSetting['roomOf'] },
): Record<string, unknown> {
  const isElsewhere = venue !== undefined && venue.text !== course.venue?.text;
  const said = {
    topic: topic ?? null,
    room_id: (venue && roomOf?.(venue)) ?? null,
    venue_text: isElsewhere ? venue.text : null,
  };
  return {
    id,
    starts_at: time.startsAt,
    ends_at: time.endsAt ?? null,
    all_day: time.allDay ?? false,
    ...said,
    said: { ...said, number: number ?? null },
  };
}

interface TimedSession {
  readonly time: OccurrenceTimes;
  readonly number?: number | undefined;
  readonly topic?: string | undefined;
  readonly venue?: Venue | undefined;
}

/** A session for each time, earliest first, with what its own row says of it. */
function sessionsOf({ sessions, occurrences, venue, topic }: EventRecord): TimedSession[] {
  const rows = sessions ?? [{ occurrences, venue, topic, number: undefined }];
  return rows
    .flatMap((row) =>
      eventTimes(row.occurrences).map((time) => ({
        time,
        number: row.number,
        topic: row.topic,
        venue: row.venue,
      })),
    )
    .toSorted((one, other) => startOf(one) - startOf(other));
}

const startOf = ({ time }: TimedSession): number => new Date(time.startsAt).getTime();

/** What a meeting is known by when the next file names others too: its time; of several at one time also which. */
function wordOf(sessions: readonly TimedSession[], number: number): string {
  const time = (at: number): string =>
    `${String(sessions[at]?.time.startsAt)} ${String(sessions[at]?.time.endsAt)}`;
  // Times come in order, so those of one moment stand together.
  let before = 0;
  while (before < number && time(number - before - 1) === time(number)) before += 1;
  return `${time(number)} ${before}`;
}
