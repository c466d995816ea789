import type { Occurrence as DatedOccurrence } from '../import/dataset/record.js';
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
  if (days > longestRun) {
    const end = momentInJapan(occurrence.lastDate ?? occurrence.date, occurrence.end ?? '24:00');
    return [{ ...timeOn(occurrence, 0), endsAt: end.toISOString() }];
  }
  return Array.from({ length: days }, (_, day) => timeOn(occurrence, day));
}

function timeOn({ date, start, end, endsNextDay }: DatedOccurrence, day: number): OccurrenceTimes {
  const shift = (moment: Date, days: number) =>
    new Date(moment.getTime() + days * dayLength).toISOString();
  return {
    startsAt: shift(momentInJapan(date, start), day),
    endsAt: end ? shift(momentInJapan(date, end), day + (endsNextDay ? 1 : 0)) : null,
    allDay: start === undefined,
  };
}
