import type { Occurrence } from '@manabi/kit/opportunity/occurrence';
import { type FormerTime, formerTimeOf } from '@manabi/kit/opportunity/former-time';
import type { CalledOffTime } from '@manabi/kit/opportunity/opportunity.published';

import type { ClassTime } from './class-time.entity.js';

/** A time of a class as its table keeps it: what a file told has neither number nor notice. */
export interface KeptTime extends Occurrence {
  readonly number?: number;
  readonly notice?: string | null;
  readonly formerTimes?: readonly FormerTime[];
}

/** A time that was called off while the class goes on. */
export interface CalledOff extends KeptTime {
  readonly cancelledAt: Date | string;
}

/** The times of a class that stand, and those that were called off. */
export interface KeptTimes {
  readonly occurrences: readonly KeptTime[];
  readonly calledOff?: readonly CalledOff[] | null;
}

type Numbered<Time> = Time & { readonly number: number };

/** The times that stand, each with its number: one that has none takes the first that no other has. */
export function numbered({ occurrences, calledOff }: KeptTimes): Numbered<KeptTime>[] {
  const given = [...occurrences, ...(calledOff ?? [])].flatMap(({ number }) => number ?? []);
  const taken = new Set(given);
  let next = 0;
  const free = (): number => {
    do next += 1;
    while (taken.has(next));
    return next;
  };
  return occurrences.map((time) => Object.assign({}, time, { number: time.number ?? free() }));
}

/** All times of a class, those that were called off too, by number. */
export function classTimes(kept: KeptTimes): ClassTime[] {
  const off = (kept.calledOff ?? []).map((time) =>
    told({ ...time, number: time.number ?? 0 }, new Date(time.cancelledAt)),
  );
  const held = numbered(kept).map((time) => told(time, null));
  return [...held, ...off].toSorted((one, other) => one.number - other.number);
}

function told(time: Numbered<KeptTime>, cancelledAt: Date | null): ClassTime {
  const former = time.formerTimes?.at(-1);
  return {
    number: time.number,
    startsAt: new Date(time.startsAt),
    endsAt: time.endsAt ? new Date(time.endsAt) : null,
    allDay: time.allDay,
    cancelledAt,
    notice: time.notice ?? null,
    formerStartsAt: former ? new Date(former.startsAt) : null,
  };
}

/** Times at which the class was to take place and no longer does, for its followers. */
export const timesCalledOff = ({ occurrences, calledOff }: KeptTimes): CalledOffTime[] => [
  ...(calledOff ?? []).map((time) => Object.assign({}, time, { at: time.cancelledAt })),
  ...[...occurrences, ...(calledOff ?? [])]
    .flatMap(({ formerTimes }) => formerTimes ?? [])
    .map((former) => Object.assign({}, former, { at: former.movedAt })),
];

/** What is new of one time. */
export interface TimeChange {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly notice?: string | null | undefined;
}

/** The columns of a class of which one time was called off. */
export function withoutTime(
  kept: KeptTimes,
  { number, notice, now }: { number: number; notice?: string | null | undefined; now: Date },
) {
  const times = numbered(kept);
  const off = times.filter((time) => time.number === number);
  const cancelled = off.map((time) =>
    Object.assign({}, time, { cancelledAt: now, notice: notice ?? time.notice ?? null }),
  );
  return {
    ...spanned(times.filter((time) => time.number !== number)),
    calledOff: [...(kept.calledOff ?? []), ...cancelled],
  };
}

/** The columns of a class of which one time was moved. */
export function withTimeMoved(
  kept: KeptTimes,
  { number, to, now }: { number: number; to: TimeChange; now: Date },
) {
  return spanned(
    numbered(kept).map((time) => {
      if (time.number !== number) return time;
      const { startsAt, endsAt } = to;
      const formerTimes = [...(time.formerTimes ?? []), formerTimeOf(time, now)];
      const notice = to.notice ?? time.notice ?? null;
      return Object.assign({}, time, { startsAt, endsAt, allDay: false, notice, formerTimes });
    }),
  );
}

/** Times in order, and from when to when they last; a class of which none stands keeps its own. */
function spanned(times: readonly KeptTime[]) {
  const occurrences = times.toSorted(
    (one, other) => new Date(one.startsAt).getTime() - new Date(other.startsAt).getTime(),
  );
  const [first] = occurrences;
  if (!first) return { occurrences };
  const ends = occurrences.map((time) => new Date(time.endsAt ?? time.startsAt).getTime());
  return {
    occurrences,
    startsAt: new Date(first.startsAt),
    endsAt: new Date(Math.max(...ends)),
  };
}
