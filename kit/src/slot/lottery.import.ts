import type { DeliveredRow, DeliveryTarget } from '../delivery/delivery.target.js';
import type { LotteryOddsRecord } from '../import/dataset/record.js';
import { momentInJapan } from '../opportunity/event-times.js';
import { importedId } from '../opportunity/opportunity.import.js';

/** Where odds of a file go, in each service that lets rooms. */
export const oddsTarget: DeliveryTarget = {
  table: 'lottery_odds',
  key: 'id',
  columns: ['room_id', 'month', 'opens', 'closes', 'applied', 'won', 'provenance'],
};

/** What is known of odds beside their row. */
export interface OddsSetting {
  readonly dataset: string;
  readonly asOf: string;
  readonly licence?: string;
  readonly department: string;
  readonly roomId: string;
  /** The end of the part of the day that begins when the row says. */
  readonly closes: string;
}

/** A row of odds as one that is kept. */
export function deliveredOdds(record: LotteryOddsRecord, setting: OddsSetting): DeliveredRow {
  const { dataset, asOf, licence, department, roomId, closes } = setting;
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
      provenance: {
        department,
        dataset,
        asOf: momentInJapan(asOf).toISOString(),
        licence: licence ?? null,
        sample: false,
      },
    },
  };
}
