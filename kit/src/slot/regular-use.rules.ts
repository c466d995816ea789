import { addDays, japanDay, japanMoment } from '../japan-time.js';
import type { Stretch } from './band.js';

/** When a group usually meets: times HH:MM in Japan. */
interface Rhythm {
  /** 1 is Monday. */
  readonly weekday: number;
  /** Which such days of a month, from 1. */
  readonly weeks: readonly number[];
  readonly startsAt: string;
  readonly endsAt: string;
}

/** A rhythm that names a day at all comes round within this many days: a fifth Monday within three months. */
const mostDays = 100;

/** The first meeting of a rhythm that ends after a moment; null when it names no day. Closed days count as any other. */
export function nextMeeting(rhythm: Rhythm, after: Date): Stretch | null {
  const first = japanDay(after);
  for (let at = 0; at < mostDays; at += 1) {
    const day = addDays(first, at);
    if (!isMeetingDay(rhythm, day)) continue;
    const endsAt = japanMoment(day, rhythm.endsAt);
    if (endsAt > after) return { startsAt: japanMoment(day, rhythm.startsAt), endsAt };
  }
  return null;
}

function isMeetingDay({ weekday, weeks }: Rhythm, day: string): boolean {
  const iso = new Date(`${day}T00:00Z`).getUTCDay() || 7;
  return iso === weekday && weeks.includes(Math.ceil(Number(day.slice(8)) / 7));
}
