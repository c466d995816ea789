import type { DeliveredRow, DeliveryTarget } from '../delivery/delivery.target.js';
import type { LotteryOddsRecord, LotteryWindowRecord } from '../import/dataset/room.record.js';
import { opaqueId } from '../opaque-id.js';
import { momentInJapan } from '../opportunity/event-times.js';
import { importedId } from '../opportunity/opportunity.import.js';
import { listProvenance, type RoomListSetting } from './delivered.setting.js';

/** Where odds of a file go, in each service that lets rooms. */
export const oddsTarget: DeliveryTarget = {
  table: 'lottery_odds',
  key: 'id',
  columns: ['room_id', 'month', 'opens', 'closes', 'applied', 'won', 'provenance'],
};

/** What is known of odds beside their row. */
export interface OddsSetting extends RoomListSetting {
  readonly roomId: string;
  /** The end of the part of the day that begins when the row says. */
  readonly closes: string;
}

/** A row of odds as one that is kept. */
export function deliveredOdds(record: LotteryOddsRecord, setting: OddsSetting): DeliveredRow {
  const { dataset, roomId, closes } = setting;
  const { month, opens, applied, won } = record;
  return {
    target: oddsTarget,
    key: record.key,
    id: importedId(dataset, record.key),
    values: {
      room_id: roomId,
      month,
      opens,
      closes,
      applied,
      won,
      provenance: listProvenance(setting, record.sample),
    },
  };
}

/** Where announced lotteries of a file go. */
export const lotteryTarget: DeliveryTarget = {
  table: 'lottery_round',
  key: 'id',
  columns: [
    'room_id',
    'month',
    'opens_at',
    'closes_at',
    'draw_at',
    'confirm_from',
    'confirm_by',
    'first_come_from',
    'provenance',
  ],
  over: ['closes_at'],
};

/** What is known of a lottery beside its row. */
export interface LotterySetting extends RoomListSetting {
  readonly roomId: string;
  /** The id of the lottery of this room and month that is kept already. */
  readonly knownId?: string | undefined;
}

/** A row of announced lotteries as the lottery of one of the rooms that it is about; a last day lasts until its end. */
export function deliveredLottery(
  record: LotteryWindowRecord,
  setting: LotterySetting,
): DeliveredRow {
  const { month, applyFrom, applyUntil, drawOn } = record;
  const { confirmFrom, confirmUntil, firstComeFrom } = record;
  const { roomId, knownId } = setting;
  const begin = (day: string) => momentInJapan(day).toISOString();
  const end = (day: string) => new Date(momentInJapan(day, '24:00').getTime() - 1).toISOString();
  return {
    target: lotteryTarget,
    key: `${record.key}/${roomId}`,
    id: knownId ?? opaqueId('lottery window', roomId, month),
    values: {
      room_id: roomId,
      month,
      opens_at: begin(applyFrom),
      closes_at: end(applyUntil),
      draw_at: begin(drawOn),
      confirm_from: begin(confirmFrom),
      confirm_by: end(confirmUntil),
      first_come_from: begin(firstComeFrom),
      provenance: listProvenance(setting, record.sample),
    },
  };
}
