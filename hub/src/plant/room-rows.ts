import { type FacilityRow, facilities } from '@manabi/data/city/facilities';
import { roomEquipment } from '@manabi/data/city/room-equipment';
import type { RoomRow } from '@manabi/data/city/rooms';
import type { RoomColumns } from '@manabi/kit/slot/room.columns';

import { localText } from './local-text.js';
import { provenanceOf } from './provenance.js';

/** What is known of rooms beside their own lines; read once, for there are many rooms. */
interface Beside {
  readonly houses: ReadonlyMap<string, FacilityRow>;
  readonly equipment: ReturnType<typeof roomEquipment>;
}

let read: Beside | undefined;

const beside = (): Beside =>
  (read ??= {
    houses: new Map(facilities().map((house) => [house.code, house])),
    equipment: roomEquipment(),
  });

/** The columns that all rooms and courts share, without the bands in which each is let. */
export const roomValues = (row: RoomRow, department: string): Omit<RoomColumns, 'bands'> => ({
  id: row.id,
  facilityCode: row.facilityCode,
  name: localText(row.name),
  aliases: row.aliases,
  floor: row.floor,
  capacity: row.capacity,
  equipment: [...(beside().equipment.get(row.id) ?? [])],
  latitude: beside().houses.get(row.facilityCode)?.latitude ?? null,
  longitude: beside().houses.get(row.facilityCode)?.longitude ?? null,
  provenance: provenanceOf(row, department),
});
