import { opaqueId } from '../opaque-id.js';
import { type Line, rowsOf } from '../table.js';
import { text, type Text } from '../text.js';
import { addDays, isYearEnd, moment, todayInTokyo, weekOfMonth, weekdayOf } from '../tokyo-day.js';
import { deskId } from './desks.js';
import { roomId } from './rooms.js';
import { sampleOf, type Sourced } from './sourced.js';

/** A day on which an advice desk sits in a kominkan (出前相談日); invented. */
export interface AdviceDayRow extends Sourced {
  id: string;
  theme: Text;
  summary: Text;
  deskId: string;
  venueCode: string;
  roomId: string;
  startsAt: string;
  endsAt: string;
  places: number;
  taken: number;
  minutesEach: number;
  appointment: 'YES' | 'NO' | 'UNKNOWN';
}

const daysTold = 70;

const daysOf = (line: Line, today: string): AdviceDayRow[] => {
  const weeks = new Set(line.list('weeks').map(Number));
  const days = Array.from({ length: daysTold }, (_, at) => addDays(today, at)).filter(
    (day) =>
      weekdayOf(day) === line.number('weekday') && weeks.has(weekOfMonth(day)) && !isYearEnd(day),
  );
  return days.map((day, at) => dayOf(line, { day, at, today }));
};

const dayOf = (
  line: Line,
  { day, at, today }: { day: string; at: number; today: string },
): AdviceDayRow => ({
  id: opaqueId('advice-day', `${line.text('key')} ${day}`),
  theme: text(line.text('theme'), { kana: line.text('kana'), plain: null, en: null }),
  summary: { ja: line.text('summary') },
  deskId: deskId(line.text('desk')),
  venueCode: line.text('venue'),
  roomId: roomId(line.text('room')),
  startsAt: moment(day, line.text('startsAt')),
  endsAt: moment(day, line.text('endsAt')),
  places: line.number('places'),
  // Later days are further from full.
  taken: Math.max(0, line.number('taken') - at),
  minutesEach: line.number('minutesEach'),
  appointment: line.oneOf('appointment', ['YES', 'NO', 'UNKNOWN']),
  ...sampleOf(today),
});

/** Promises the invented advice days of the ten weeks from `today`. */
export const adviceDays = (today: string = todayInTokyo()): AdviceDayRow[] =>
  rowsOf('advice-days', (line) => daysOf(line, today)).flat();
