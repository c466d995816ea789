import { opaqueId } from '../opaque-id.js';
import { moment, todayInTokyo } from '../tokyo-day.js';
import type { Sourced } from './sourced.js';

/** The lottery for the rooms of one month (抽選), by the city's published rule. */
export interface LotteryWindowRow extends Sourced {
  id: string;
  /** Month of use, YYYY-MM. */
  month: string;
  applyOpensAt: string;
  applyClosesAt: string;
  drawAt: string;
  confirmOpensAt: string;
  confirmClosesAt: string;
  /** From then on whoever comes first gets a free slot, until 16:00 two days before. */
  firstComeOpensAt: string;
}

/** Promises the month that many months after a month written YYYY-MM. */
export const monthAfter = (month: string, months: number): string => {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
};

/** Promises the window for a month of use: all of it lies two months before. */
export const lotteryWindowOf = (month: string): LotteryWindowRow => {
  const before = monthAfter(month, -2);
  return {
    id: opaqueId('lottery-window', month),
    month,
    applyOpensAt: moment(`${before}-01`, '09:00'),
    applyClosesAt: moment(`${before}-07`, '23:59'),
    drawAt: moment(`${before}-08`, '09:00'),
    confirmOpensAt: moment(`${before}-09`, '09:00'),
    confirmClosesAt: moment(`${before}-15`, '23:59'),
    firstComeOpensAt: moment(`${before}-16`, '09:00'),
    dataset: 'room-lottery',
    asOf: '2021-04-01',
    sample: false,
    sampleFields: ['hours of the day, except 16:00'],
  };
};

/** Promises the windows for this month of use and the three that follow. */
export const lotteryWindows = (today: string = todayInTokyo()): LotteryWindowRow[] =>
  [0, 1, 2, 3].map((months) => lotteryWindowOf(monthAfter(today.slice(0, 7), months)));
