import { randomUUID } from 'node:crypto';

import type { DeliveredRow, DeliveryTarget } from '../delivery/delivery.target.js';
import type { SlotRecord } from '../import/dataset/room.record.js';
import { momentInJapan } from '../opportunity/event-times.js';
import type { Stretch } from './band.js';

/** Where taken times of a file go. */
export const holdTarget = (table: string): DeliveryTarget => ({
  table,
  key: 'id',
  columns: ['room_id', 'starts_at', 'ends_at', 'state', 'purpose', 'group_id', 'sample'],
  over: ['ends_at'],
});

/** What is known of a taken time beside its row. */
export interface HoldSetting {
  readonly target: DeliveryTarget;
  readonly dataset: string;
  readonly roomId: string;
  /** The group of the register that it is for; nobody else is kept. */
  readonly groupId: string | null;
}

/** When a row says that a room is taken. */
export const stretchOf = ({ date, opens, closes }: SlotRecord): Stretch => ({
  startsAt: momentInJapan(date, opens),
  endsAt: momentInJapan(date, closes),
});

/** A row of what is taken as one that is kept. */
export function deliveredHold(record: SlotRecord, setting: HoldSetting): DeliveredRow {
  const { startsAt, endsAt } = stretchOf(record);
  return {
    target: setting.target,
    key: record.key,
    // Whoever knows the id of a hold may release it: it must not be guessed from the file. A known row keeps its own.
    id: randomUUID(),
    values: {
      room_id: setting.roomId,
      starts_at: startsAt.toISOString(),
      ends_at: endsAt.toISOString(),
      state: record.state,
      purpose: record.purpose ?? null,
      group_id: setting.groupId,
      sample: record.sample ?? false,
    },
  };
}
