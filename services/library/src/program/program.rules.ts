import type { Occurrence } from '@manabi/kit/opportunity/occurrence';

import { type ProgramTimesImpossible, timesImpossible } from './program.errors.js';
import type { ProgramTimeInput } from './program.input.js';

/** Times of one event at most. */
const mostTimes = 100;

/** Why an event cannot take place at these times, as of a moment; undefined when it can. */
export function timesFault(
  times: readonly ProgramTimeInput[],
  now: Date,
): ProgramTimesImpossible | undefined {
  if (times.length < 1 || times.length > mostTimes)
    return timesImpossible(
      `開催回が${times.length}回です。1回から${mostTimes}回までにしてください。`,
      `There are ${times.length} times; an event has 1 to ${mostTimes}.`,
    );
  if (times.some(({ startsAt, endsAt }) => endsAt && endsAt <= startsAt))
    return timesImpossible(
      '終了が開始より前、または同じ時刻の回があります。',
      'Some time ends before it starts, or at once.',
    );
  if (times.every(({ startsAt, endsAt }) => (endsAt ?? startsAt) < now))
    return timesImpossible('すべての回が過ぎています。', 'All times are over.');
  return undefined;
}

/** The times as they are kept, earliest first, with the first start and the last end. */
export function keptTimes(times: readonly ProgramTimeInput[]): {
  occurrences: Occurrence[];
  startsAt: Date;
  endsAt: Date;
} {
  const occurrences = times
    .map(({ startsAt, endsAt }) => ({ startsAt, endsAt: endsAt ?? null, allDay: false }))
    .toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
  const moments = occurrences.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt ?? startsAt]);
  const ticks = moments.map((moment) => moment.getTime());
  return {
    occurrences,
    startsAt: new Date(Math.min(...ticks)),
    endsAt: new Date(Math.max(...ticks)),
  };
}
