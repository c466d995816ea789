import { addDays, addMonths, japanDay, japanMoment } from '../japan-time.js';
import type { ExpectedDelivery } from './delivery-settings.js';

type Rhythm = Pick<ExpectedDelivery, 'every' | 'by'>;

/**
 * Since when a delivery is overdue at a moment: the end of the last day that was left for it, where nothing good came since the day before
 * that one was due. Undefined while it is in time. What came early counts for the next due day.
 */
export function overdueSince(
  rhythm: Rhythm,
  lastGood: Date | undefined,
  now: Date,
): Date | undefined {
  const due = lastDue(rhythm, now);
  const before = lastDue(rhythm, new Date(due.getTime() - 1));
  return lastGood && lastGood >= before ? undefined : due;
}

/** The latest end of a due day, in Japan, that is over at a moment. */
function lastDue(rhythm: Rhythm, now: Date): Date {
  const today = japanDay(now);
  // A period and the two before it: one of them is over.
  for (const back of [0, 1, 2]) {
    const due = japanMoment(addDays(dueDay(rhythm, { today, back }), 1), '00:00');
    if (due <= now) return due;
  }
  throw new Error(`Broken assumption: something was due before ${today}`);
}

function dueDay({ every, by }: Rhythm, { today, back }: { today: string; back: number }): string {
  switch (every) {
    case 'day':
      return addDays(today, -back);
    case 'week': {
      const monday = addDays(today, -((new Date(`${today}T00:00Z`).getUTCDay() + 6) % 7));
      return addDays(monday, Math.min(by, 7) - 1 - 7 * back);
    }
    case 'month':
      return dayOfMonth(addMonths(today.slice(0, 7), -back), by);
    case 'year': {
      const [year = 0, month = 0] = today.split('-').map(Number);
      return addDays(`${(month >= 4 ? year : year - 1) - back}-04-01`, by - 1);
    }
  }
}

function dayOfMonth(month: string, day: number): string {
  const last = addDays(`${addMonths(month, 1)}-01`, -1);
  const wanted = `${month}-${String(day).padStart(2, '0')}`;
  return wanted < last ? wanted : last;
}
