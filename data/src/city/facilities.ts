import { type Line, rowsOf } from '../table.js';
import { nameOf, type Text } from '../text.js';
import { type ClosingRule, openingOf, type WeeklyHours } from './opening-hours.js';
import { rooms, type RoomRow } from './rooms.js';
import { type Sourced, sourced } from './sourced.js';

/** An address inside the city: town block, number (番地以下), building and floor (方書). */
export interface Address {
  block: string;
  number: string | null;
  building: string | null;
  floor: string | null;
}

/** What the facility is in a disaster (防災情報). */
export interface DisasterRole {
  kind: 'EVACUATION_SITE';
  hazards: string[];
}

/** A public facility of the city (公共施設). */
export interface FacilityRow extends Sourced {
  /** `132292-<number>`, never reused. */
  code: string;
  name: Text;
  aliases: string[];
  /** Our word for the kind of house, such as KOMINKAN; the official word is `poiCode`. */
  type: string;
  poiCode: string;
  departmentCode: string;
  address: Address;
  areaName: string;
  latitude: number;
  longitude: number;
  phone: string | null;
  status: 'OPEN' | 'CLOSED';
  disasterRole: DisasterRole | null;
  hours: WeeklyHours[];
  closedDays: ClosingRule[];
  rooms: RoomRow[];
}

const facilityOf = (line: Line, roomsOf: ReadonlyMap<string, RoomRow[]>): FacilityRow => {
  const code = line.text('code');
  const { sample, ...opening } = openingOf(code, line.text('type'));
  const hazards = line.list('hazards');
  return {
    code,
    name: nameOf(line),
    aliases: line.list('aliases'),
    type: line.text('type'),
    poiCode: line.text('poi'),
    departmentCode: line.text('department'),
    address: {
      block: line.text('area'),
      number: line.maybe('number'),
      building: line.maybe('building'),
      floor: line.maybe('floor'),
    },
    areaName: line.text('area'),
    latitude: line.number('latitude'),
    longitude: line.number('longitude'),
    phone: line.maybe('phone'),
    status: line.oneOf('status', ['OPEN', 'CLOSED']),
    disasterRole: hazards.length === 0 ? null : { kind: 'EVACUATION_SITE', hazards },
    ...opening,
    rooms: roomsOf.get(code) ?? [],
    ...sourced(line, [...line.list('sampleFields'), ...(sample ? ['hours', 'closedDays'] : [])]),
  };
};

/** Promises the register of public facilities with their rooms; codes never change. */
export const facilities = (): FacilityRow[] => {
  const roomsOf = Map.groupBy(rooms(), (room) => room.facilityCode);
  return rowsOf('facilities', (line) => facilityOf(line, roomsOf));
};
