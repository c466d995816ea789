import type { Occurrence } from './event-session.js';

/** How the note begins in which a hub that publishes events tells every time by itself. */
const mark = /^開催日時：(.+)$/mu;
const day = String.raw`\d{4}-\d{2}-\d{2}`;
const clock = String.raw`\d{2}:\d{2}`;
const time = new RegExp(
  `^(?<date>${day})(?: (?<start>${clock}))?(?:-(?<end>${clock})|/(?<lastDate>${day})(?: (?<lastEnd>${clock}))?)?$`,
  'u',
);

/**
 * The times that a note tells one by one, as 開催日時：2026-12-05 10:00-12:00;2026-12-19 10:00-12:00; nothing where it
 * tells none or one of them cannot be read. An end above 24:00 lies in the next day, a stretch of days stands with `/`.
 */
export function toldTimes(note: string | undefined): Occurrence[] | undefined {
  const list = mark.exec(note ?? '')?.[1];
  if (list === undefined) return undefined;
  const occurrences = list.split(';').map(occurrenceOf);
  const told = occurrences.filter((each) => each !== undefined);
  return told.length === occurrences.length ? told : undefined;
}

function occurrenceOf(text: string): Occurrence | undefined {
  const { date, start, end, lastDate, lastEnd } = time.exec(text)?.groups ?? {};
  if (date === undefined) return undefined;
  const begun = start === undefined ? { date } : { date, start };
  if (lastDate !== undefined)
    return { ...begun, lastDate, whole: true, ...(lastEnd !== undefined && { end: lastEnd }) };
  if (end === undefined) return begun;
  if (end <= '24:00') return { ...begun, end };
  const hours = Number(end.slice(0, 2)) - 24;
  return { ...begun, end: `${String(hours).padStart(2, '0')}${end.slice(2)}`, endsNextDay: true };
}
