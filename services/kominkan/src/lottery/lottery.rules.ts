import { addDays, addMonths, japanDay, japanMoment } from '@manabi/kit/japan-time';
import type { LotteryWindow } from '@manabi/kit/slot/lottery.window';

/** A stretch in which something may be done; both ends belong to it. */
export interface OpenPeriod {
  readonly opensAt: Date;
  readonly closesAt: Date;
}

/**
 * When the rooms of a month of use (`YYYY-MM`) are given, as the city publishes it for the rooms of its community
 * centres: two months before, apply on days 1 to 7, the draw on day 8, confirm on days 9 to 15, and from day 16 on
 * whoever comes first. The days are the city's, whole days in Japan; it prints no hours but the last, 16:00.
 * https://www.city.nishitokyo.lg.jp/sisetu/lib_komin/tana-koukatudoushitu.html
 */
export function lotteryWindow(month: string): LotteryWindow {
  const before = addMonths(month, -2);
  return {
    month,
    apply: days(`${before}-01`, `${before}-07`),
    drawOn: `${before}-08`,
    confirm: days(`${before}-09`, `${before}-15`),
    firstComeFrom: japanMoment(`${before}-16`, '00:00'),
  };
}

/** When whoever comes first may hold a slot that starts then: until 16:00 two days before. */
export function firstCome(startsAt: Date): OpenPeriod {
  const day = japanDay(startsAt);
  return {
    opensAt: lotteryWindow(day.slice(0, 7)).firstComeFrom,
    closesAt: japanMoment(addDays(day, -2), '16:00'),
  };
}

/** The month of use (`YYYY-MM`) whose lottery falls into the month of a moment. */
export const monthInLottery = (at: Date): string => addMonths(japanDay(at).slice(0, 7), 2);

/** Whether a text is a month, `YYYY-MM`. */
export const isMonth = (text: string): boolean => /^\d{4}-(?:0[1-9]|1[0-2])$/.test(text);

function days(first: string, last: string): OpenPeriod {
  return { opensAt: japanMoment(first, '00:00'), closesAt: japanMoment(last, '23:59:59.999') };
}
