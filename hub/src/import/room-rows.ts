import type { RoomRecord, RoomUse } from '@manabi/kit/import/dataset/room.record';
import { deliveredRoom } from '@manabi/kit/slot/room.import';
import { fold } from '@manabi/kit/text/fold';

import { FacilityNames } from './facility-names.js';
import { type ImportPlaces, servicesTaking } from './import-places.js';
import { letting, type LettingService } from './let-rooms.js';
import type { OpenRoute } from './list-route.js';
import type { FileSetting } from './routed-row.js';
import { facilityUnknown } from './row-unknown.js';

const sporting: ReadonlySet<RoomUse> = new Set([
  'GYM',
  'POOL',
  'TRAINING',
  'BUDO',
  'GROUND',
  'TENNIS',
]);

/** Says for each row of rooms who lets it, and whether it is one that stands already. A facility that nobody knows is set aside. */
export const roomRows: OpenRoute<RoomRecord> = async (places, setting) => {
  const facilities = await FacilityNames.open(places.em('center'));
  const known = await knownRooms(places);
  const { dataset, asOf, request } = setting;
  return (outcome, record) => {
    const facility = facilities.named(record.facility);
    if (!facility) return facilityUnknown(setting, outcome, record.facility);
    const { service, rooms, use } = letterOf(record, setting);
    const row = deliveredRoom(record, {
      dataset,
      asOf,
      target: rooms,
      use,
      department: service,
      facilityCode: facility.id,
      point: facility.point,
      knownId: known.get(`${service}\n${facility.id}\n${fold(record.room)}`),
      ...(request.licence && { licence: request.licence }),
    });
    return { outcome, rows: [{ service, row }] };
  };
};

/** Whose a room is: the department's that gave the file; else by what it is for, else by what the facility is called. */
function letterOf({ use, facility }: RoomRecord, { request }: FileSetting): LettingService {
  const taking = servicesTaking('room', request.department);
  const isSport = use && use !== 'EXERCISE' ? sporting.has(use) : !/公民館/u.test(facility);
  const [kominkan, sports] = letting;
  const found =
    taking.length === 1
      ? letting.find(({ service }) => taking[0] === service)
      : isSport
        ? sports
        : kominkan;
  if (!found) throw new Error('Broken assumption: two services let rooms');
  return found;
}

async function knownRooms(places: ImportPlaces): Promise<Map<string, string>> {
  const known = new Map<string, string>();
  for (const { service, rooms } of letting) {
    const rows = await places
      .em(service)
      .execute<{ id: string; code: string; name: string }[]>(
        `select id, facility_code as code, name ->> 'ja' as name from ${rooms.table} order by id`,
      );
    for (const { id, code, name } of rows) known.set(`${service}\n${code}\n${fold(name)}`, id);
  }
  return known;
}
