import { facilities } from '@manabi/data/city/facilities';
import { roomEquipment } from '@manabi/data/city/room-equipment';
import type { RoomRow } from '@manabi/data/city/rooms';
import type { RoomColumns } from '@manabi/kit/slot/room.columns';

import { localText } from './local-text.js';
import { provenanceOf } from './provenance.js';

const pointOf = (code: string): { latitude: number; longitude: number } | undefined =>
  facilities().find((facility) => facility.code === code);

/** The columns that all rooms and courts share, without the bands in which each is let. */
export const roomValues = (row: RoomRow, department: string): Omit<RoomColumns, 'bands'> => ({
  id: row.id,
  facilityCode: row.facilityCode,
  name: localText(row.name),
  aliases: row.aliases,
  floor: row.floor,
  capacity: row.capacity,
  equipment: [...(roomEquipment().get(row.id) ?? [])],
  latitude: pointOf(row.facilityCode)?.latitude ?? null,
  longitude: pointOf(row.facilityCode)?.longitude ?? null,
  provenance: provenanceOf(row, department),
});
