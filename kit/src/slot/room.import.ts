import type { DeliveredRow, DeliveryTarget } from '../delivery/delivery.target.js';
import type { RoomRecord } from '../import/dataset/room.record.js';
import { isOpaqueId, opaqueId } from '../opaque-id.js';
import { listProvenance, type RoomListSetting } from './delivered.setting.js';

/** Where rows of rooms go; `use` is the column that says what a room is for. */
export const roomTarget = (table: string, use: string): DeliveryTarget => ({
  table,
  key: 'id',
  columns: [
    'facility_code',
    'name',
    'aliases',
    'floor',
    'capacity',
    'bands',
    'equipment',
    use,
    'latitude',
    'longitude',
    'provenance',
  ],
});

/** What is known of a room beside its row. */
export interface RoomSetting extends RoomListSetting {
  readonly target: DeliveryTarget;
  /** The column that says what it is for. */
  readonly use: string;
  readonly facilityCode: string;
  readonly point: { readonly latitude: number; readonly longitude: number } | null;
  /** The id of the room of this name that the facility has already. */
  readonly knownId?: string | undefined;
}

/** A row of rooms that are let as one that is kept. */
export function deliveredRoom(record: RoomRecord, setting: RoomSetting): DeliveredRow {
  const { key, room, roomKana, aliases, floor, capacity, bands, equipment } = record;
  return {
    target: setting.target,
    key,
    id: setting.knownId ?? (isOpaqueId(key) ? key : opaqueId('room', setting.dataset, key)),
    values: {
      facility_code: setting.facilityCode,
      name: { ja: room, ...(roomKana && { kana: roomKana }) },
      aliases,
      floor: floor ?? null,
      capacity: capacity ?? null,
      bands,
      equipment,
      [setting.use]: record.use ?? null,
      latitude: setting.point?.latitude ?? null,
      longitude: setting.point?.longitude ?? null,
      provenance: listProvenance(setting, record.sample),
    },
  };
}
