import type { DeliveredRow, DeliveryTarget } from '../delivery/delivery.target.js';
import type { RegularUseRecord } from '../import/dataset/room.record.js';
import { importedId } from '../opportunity/opportunity.import.js';
import { listProvenance, type RoomListSetting } from './delivered.setting.js';

/** Where regular uses of a file go, in each service that lets rooms. */
export const regularUseTarget: DeliveryTarget = {
  table: 'regular_use',
  key: 'id',
  columns: ['room_id', 'group_id', 'weekday', 'weeks', 'starts_at', 'ends_at', 'provenance'],
};

/** A row of regular uses as one that is kept. */
export function deliveredRegularUse(
  record: RegularUseRecord,
  setting: RoomListSetting & { readonly roomId: string; readonly groupId: string },
): DeliveredRow {
  const { key, weekday, weeks, opens, closes } = record;
  return {
    target: regularUseTarget,
    key,
    id: importedId(setting.dataset, key),
    values: {
      room_id: setting.roomId,
      group_id: setting.groupId,
      weekday,
      weeks,
      starts_at: opens,
      ends_at: closes,
      provenance: listProvenance(setting, record.sample),
    },
  };
}
