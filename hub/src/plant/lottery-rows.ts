import { lotteryOdds } from '@manabi/data/city/lottery-odds';
import { lotteryWindows } from '@manabi/data/city/lottery-windows';
import type { RoomRow } from '@manabi/data/city/rooms';
import { opaqueId } from '@manabi/data/opaque-id';
import { japanMoment } from '@manabi/kit/japan-time';
import type { LotteryOddsColumns, LotteryRoundColumns } from '@manabi/kit/slot/lottery.columns';

import { provenanceOf } from './provenance.js';

/** Rooms whose lotteries are planted, for which day, and which department answers for them. */
export interface LotteryPlanting {
  readonly rooms: readonly RoomRow[];
  readonly today: string;
  readonly department: string;
}

/** The lotteries of each room for this month of use and the three that follow, by the city's published rule. */
export function roundRows({
  rooms,
  today,
  department,
}: LotteryPlanting): Partial<LotteryRoundColumns>[] {
  return lotteryWindows(today).flatMap((window) => {
    // The source prints days; the hours of the bundled table are our own, so whole days are told.
    const begins = (written: string) => japanMoment(written.slice(0, 10), '00:00');
    const ends = (written: string) => japanMoment(written.slice(0, 10), '23:59:59.999');
    return rooms.map(({ id }) => ({
      id: opaqueId('lottery-round', `${id} ${window.month}`),
      roomId: id,
      month: window.month,
      opensAt: begins(window.applyOpensAt),
      closesAt: ends(window.applyClosesAt),
      drawAt: begins(window.drawAt),
      confirmFrom: begins(window.confirmOpensAt),
      confirmBy: ends(window.confirmClosesAt),
      firstComeFrom: begins(window.firstComeOpensAt),
      provenance: provenanceOf({ ...window, sample: department !== 'kominkan' }, department),
    }));
  });
}

/** How the lotteries of the past twelve months went. */
export function oddsRows({
  rooms,
  today,
  department,
}: LotteryPlanting): Partial<LotteryOddsColumns>[] {
  return lotteryOdds(rooms, today).map((row) => ({
    id: row.id,
    roomId: row.roomId,
    month: row.month,
    opens: row.opens,
    closes: row.closes,
    applied: row.applied,
    won: row.won,
    provenance: provenanceOf(row, department),
  }));
}
