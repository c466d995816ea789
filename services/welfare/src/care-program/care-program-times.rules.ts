import type { CareProgramTime } from './care-program.input.js';

/** The columns that follow from the times of a programme. */
export function timesOf(times: readonly CareProgramTime[]) {
  const occurrences = times
    .map(({ startsAt, endsAt }) => ({ startsAt, endsAt, allDay: false }))
    .toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
  const ends = times.map(({ endsAt }) => endsAt.getTime());
  return {
    occurrences,
    startsAt: occurrences[0]?.startsAt ?? null,
    endsAt: new Date(Math.max(...ends)),
  };
}

/** The first of some times that cannot be: it ends before it begins, or begins in the past; null when all can. */
export function wrongTime(times: readonly CareProgramTime[], now: Date): Date | null {
  const wrong = times.find(({ startsAt, endsAt }) => endsAt <= startsAt || startsAt <= now);
  return wrong?.startsAt ?? null;
}

/** When applications close too late or before they open; null when they do not. */
export function wrongWindow(
  { opens, closes }: { opens: Date | null | undefined; closes: Date | null | undefined },
  firstEnd: Date | null,
): Date | null {
  if (!closes) return null;
  if (firstEnd && closes > firstEnd) return closes;
  return opens && closes < opens ? closes : null;
}
