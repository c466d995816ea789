import type { Occurrence as DatedOccurrence } from '../import/dataset/event-session.js';
import type { OccurrenceTimes } from './opportunity.published.js';

/** Days of a range that are told one by one; a longer one (an exhibition, a season) is told as one stretch. */
const longestRun = 92;

const dayLength = 24 * 60 * 60 * 1000;

/** A day and a time of it in Japan as a moment; `24:00` and later run into the next day. */
export function momentInJapan(date: string, time = '00:00'): Date {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return new Date(Date.parse(`${date}T00:00:00+09:00`) + (hours * 60 + minutes) * 60_000);
}

/** The times at which an event of a file takes place, earliest first: one for each day, unless it runs very long. */
export function eventTimes(occurrences: readonly DatedOccurrence[]): OccurrenceTimes[] {
  return occurrences
    .flatMap(timesOf)
    .toSorted(
      (one, other) => new Date(one.startsAt).getTime() - new Date(other.startsAt).getTime(),
    );
}

function timesOf(occurrence: DatedOccurrence): OccurrenceTimes[] {
  const first = momentInJapan(occurrence.date);
  const days = occurrence.lastDate
    ? Math.round((momentInJapan(occurrence.lastDate).getTime() - first.getTime()) / dayLength) + 1
    : 1;
  if (occurrence.whole || days > longestRun) {
    const end = momentInJapan(occurrence.lastDate ?? occurrence.date, occurrence.end ?? '24:00');
    const start = momentInJapan(occurrence.date, occurrence.start);
    const allDay = occurrence.start === undefined;
    return [{ startsAt: start.toISOString(), endsAt: end.toISOString(), allDay }];
  }
  const start = momentInJapan(occurrence.date, occurrence.start).getTime();
  const end = occurrence.end ? momentInJapan(occurrence.date, occurrence.end).getTime() : undefined;
  const endDay = occurrence.endsNextDay ? 1 : 0;
  return Array.from({ length: days }, (_, day) => ({
    startsAt: new Date(start + day * dayLength).toISOString(),
    endsAt: end === undefined ? null : new Date(end + (day + endDay) * dayLength).toISOString(),
    allDay: occurrence.start === undefined,
  }));
}
