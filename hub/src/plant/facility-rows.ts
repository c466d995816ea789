import { type Facility, FacilityStatus } from '@manabi/center/facility/facility.entity';
import { ClosingKind } from '@manabi/kit/opening/closing-rule';
import { type DisasterRole, DisasterKind } from '@manabi/center/value/disaster-role';
import type { FacilityRoom } from '@manabi/center/value/facility-room';
import { areas } from '@manabi/data/city/areas';
import { type FacilityRow, facilities } from '@manabi/data/city/facilities';
import type { RoomRow } from '@manabi/data/city/rooms';

import { localText } from './local-text.js';
import { provenanceOf } from './provenance.js';

const room = (row: RoomRow): FacilityRoom => ({
  id: row.id,
  name: localText(row.name),
  aliases: row.aliases,
  floor: row.floor,
  capacity: row.capacity,
  purpose: row.purpose,
});

const disasterRole = (role: FacilityRow['disasterRole']): DisasterRole | null =>
  role && { kind: DisasterKind[role.kind], hazards: role.hazards };

const areaCodes = new Map(areas().map(({ name, code }) => [name.ja, code]));

/** A facility with its rooms, in its town block. */
export const facilityRow = (row: FacilityRow): Partial<Facility> => ({
  code: row.code,
  name: localText(row.name),
  aliases: row.aliases,
  type: row.type,
  poiCode: row.poiCode,
  address: row.address,
  point: { latitude: row.latitude, longitude: row.longitude },
  phone: row.phone,
  status: FacilityStatus[row.status],
  disasterRole: disasterRole(row.disasterRole),
  hours: row.hours,
  closedDays: row.closedDays.map((each) => ({ ...each, rule: ClosingKind[each.rule] })),
  rooms: row.rooms.map(room),
  provenance: provenanceOf(row, 'center'),
  sampleFields: row.sampleFields,
  areaCode: areaCodes.get(row.areaName) ?? null,
  departmentCode: row.departmentCode,
});

/** The register of facilities. */
export const facilityRows = (): Partial<Facility>[] => facilities().map(facilityRow);
