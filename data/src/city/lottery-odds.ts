import { draw, numberOf } from '../draw.js';
import { opaqueId } from '../opaque-id.js';
import { todayInTokyo } from '../tokyo-day.js';
import { monthAfter } from './lottery-windows.js';
import type { RoomRow } from './rooms.js';
import { BANDS } from './slots.js';
import { sampleOf, type Sourced } from './sourced.js';

/** How the lottery of one room went for one month of use and part of the day (抽選の実績). */
export interface LotteryOddsRow extends Sourced {
  id: string;
  roomId: string;
  /** Month of use, YYYY-MM. */
  month: string;
  opens: string;
  closes: string;
  applied: number;
  won: number;
}

const monthsTold = 12;
const outdoors = new Set(['GROUND', 'TENNIS']);

/** Promises composed odds of the twelve months of use up to the present one; evenings are wanted most. */
export const lotteryOdds = (
  rooms: readonly RoomRow[],
  today: string = todayInTokyo(),
): LotteryOddsRow[] => {
  const month = today.slice(0, 7);
  const months = Array.from({ length: monthsTold }, (_, at) => monthAfter(month, -at));
  return rooms.flatMap((room) =>
    BANDS.filter(({ band }) => band !== 'NIGHT' || !outdoors.has(room.purpose)).flatMap((part) =>
      months.map((of) => oddsOf(room, of, part)),
    ),
  );
};

const oddsOf = (
  { id: roomId }: RoomRow,
  month: string,
  { band, startsAt, endsAt }: (typeof BANDS)[number],
): LotteryOddsRow => {
  const key = `${roomId} ${month} ${band}`;
  const offered = 16 + draw(12, numberOf(key), 1);
  const applied = draw(band === 'NIGHT' || band === 'MORNING' ? 70 : 40, numberOf(key), 2);
  return {
    id: opaqueId('lottery-odds', key),
    roomId,
    month,
    opens: startsAt,
    closes: endsAt,
    applied,
    won: Math.min(applied, offered),
    ...sampleOf(`${month}-01`),
  };
};
