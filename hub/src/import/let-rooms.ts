import type { Band } from '@manabi/kit/slot/band';
import { fold } from '@manabi/kit/text/fold';
import { courtHoldTarget, courtTarget } from '@manabi/sports/court/court.import';
import {
  studyRoomHoldTarget,
  studyRoomTarget,
} from '@manabi/kominkan/study-room/study-room.import';
import type { DeliveryTarget } from '@manabi/kit/delivery/delivery.target';

import { FacilityNames } from './facility-names.js';
import { type ImportPlaces, servicesTaking } from './import-places.js';
import type { FileSetting } from './routed-row.js';

/** A service that lets rooms, and its tables. */
export interface LettingService {
  readonly service: 'kominkan' | 'sports';
  readonly rooms: DeliveryTarget;
  readonly holds: DeliveryTarget;
  /** The column that says what a room is for. */
  readonly use: 'purpose' | 'kind';
}

/** The services that let rooms. */
export const letting: readonly LettingService[] = [
  { service: 'kominkan', rooms: studyRoomTarget, holds: studyRoomHoldTarget, use: 'purpose' },
  { service: 'sports', rooms: courtTarget, holds: courtHoldTarget, use: 'kind' },
];

/** A room or court that is let. */
export interface LetRoom extends LettingService {
  readonly id: string;
  readonly facilityCode: string;
  readonly bands: readonly Band[];
}

interface RoomRow {
  readonly id: string;
  readonly facility_code: string;
  readonly names: readonly string[];
  readonly bands: readonly Band[];
}

const keyOf = (facility: string, room: string): string => `${facility}\n${fold(room)}`;

/** The rooms and courts that are let by the departments whose file it is, by the names of their facilities and their own. */
export class LetRooms {
  private constructor(
    readonly facilities: FacilityNames,
    private readonly rooms: ReadonlyMap<string, LetRoom>,
  ) {}

  /** Reads them. */
  static async open(places: ImportPlaces, setting: FileSetting): Promise<LetRooms> {
    const { file, request } = setting;
    const taking = file.dataset ? servicesTaking(file.dataset, request.department) : [];
    const rooms = new Map<string, LetRoom>();
    for (const each of letting.filter(({ service }) => taking.includes(service))) {
      const rows = await places.em(each.service).execute<RoomRow[]>(
        `select id, facility_code, array[name ->> 'ja'] || aliases as names, bands
           from ${each.rooms.table} where withdrawn_at is null order by id`,
      );
      for (const { id, facility_code: facilityCode, names, bands } of rows)
        for (const name of names)
          rooms.set(keyOf(facilityCode, name), { ...each, id, facilityCode, bands });
    }
    return new LetRooms(await FacilityNames.open(places.em('center')), rooms);
  }

  /** The room that a row means. */
  named({ facility, room }: { facility: string; room: string }): LetRoom | undefined {
    const code = this.facilities.named(facility)?.id;
    return code === undefined ? undefined : this.at(code, room);
  }

  /** The room of a facility that is called so. */
  at(facilityCode: string, room: string): LetRoom | undefined {
    return this.rooms.get(keyOf(facilityCode, room));
  }

  /** Every room of a facility, once. */
  allOf(facility: string): LetRoom[] {
    const code = this.facilities.named(facility)?.id;
    const found = [...this.rooms.values()].filter((room) => room.facilityCode === code);
    return [...new Map(found.map((room) => [room.id, room])).values()];
  }
}
