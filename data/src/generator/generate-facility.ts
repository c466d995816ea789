import type { FacilityRow } from '../city/facilities.js';
import type { OpportunityKind } from '../city/opportunity.js';
import type { RoomRow } from '../city/rooms.js';
import { roomId } from '../city/rooms.js';
import { sampleOf } from '../city/sourced.js';
import type { AreaRow } from '../city/areas.js';
import { Draws } from './draws.js';
import { type CityPlan, ROOMS_PER_FACILITY, SHARES } from './scale.js';
import { PLACES } from './words.js';

interface House {
  type: string;
  poiCode: string;
  departmentCode: string;
  ja: string;
  kana: string;
  purpose: RoomRow['purpose'];
  room: string;
  roomKana: string;
}

const house = (words: string): House => {
  const [
    type = '',
    poiCode = '',
    departmentCode = '',
    ja = '',
    kana = '',
    room = '',
    roomKana = '',
  ] = words.split(' ');
  const purpose = type === 'SPORTS' ? 'GYM' : type === 'CHILDREN_HALL' ? 'PLAY' : 'STUDY';
  return { type, poiCode, departmentCode, ja, kana, purpose, room, roomKana };
};

const HOUSES: Record<OpportunityKind, House> = {
  Course: house('KOMINKAN 1307 kominkan 公民館 コウミンカン 学習室 ガクシュウシツ'),
  SportsClass: house('SPORTS 1110 sports 体育館 タイイクカン 体育室 タイイクシツ'),
  CareProgram: house('CHILDREN_HALL 1403 children 児童館 ジドウカン 遊戯室 ユウギシツ'),
  LibraryProgram: house('LIBRARY 1512 library 図書館 トショカン 集会室 シュウカイシツ'),
  ExternalOffering: house('HALL 1016 culture ホール ホール 会議室 カイギシツ'),
};

/** Promises the kind of opportunity that a facility serves: kinds take turns, so every twenty houses hold them all. */
export const kindOfFacility = (at: number): OpportunityKind => {
  let turn = at % 20;
  for (const [kind, share] of SHARES) {
    if (turn < share) return kind;
    turn -= share;
  }
  return 'Course';
};

/** Promises the code of the generated facility with this number, out of the way of the real ones. */
export const facilityCode = (at: number): string => `132292-${100_000 + at}`;

/** Promises the id of a room of a generated facility, from 0. */
export const generatedRoomId = (at: number, room: number): string =>
  roomId(`${facilityCode(at)}:${room + 1}`);

const roomsOf = (at: number, words: House, today: string): RoomRow[] =>
  Array.from({ length: ROOMS_PER_FACILITY }, (_, room) => ({
    id: generatedRoomId(at, room),
    facilityCode: facilityCode(at),
    name: { ja: `第${room + 1}${words.room}`, kana: `ダイ${room + 1}${words.roomKana}` },
    aliases: [`${words.room}${room + 1}`],
    floor: `${1 + (room % 3)}階`,
    capacity: 20 + room * 10,
    purpose: words.purpose,
    ...sampleOf(today),
  }));

/** Promises the generated facility with this number; it opens every day but Monday from 9 to 22. */
export const generateFacility = (plan: CityPlan, areas: AreaRow[], at: number): FacilityRow => {
  const { seed, today } = plan;
  const draws = new Draws(seed, 'facility', at);
  const words = HOUSES[kindOfFacility(at)];
  const area = draws.pick(areas);
  const place = PLACES[at % PLACES.length] ?? { ja: '', kana: '' };
  const number = Math.floor(at / PLACES.length) + 1;
  return {
    code: facilityCode(at),
    name: {
      ja: `${place.ja}第${number}${words.ja}`,
      kana: `${place.kana}ダイ${number}${words.kana}`,
    },
    aliases: [`${place.ja}${words.ja}${number}`],
    type: words.type,
    poiCode: words.poiCode,
    departmentCode: words.departmentCode,
    address: {
      block: area.name.ja,
      number: `${1 + draws.below(30)}-${1 + draws.below(40)}`,
      building: null,
      floor: null,
    },
    areaName: area.name.ja,
    latitude: Number((area.latitude + (draws.below(200) - 100) / 100_000).toFixed(6)),
    longitude: Number((area.longitude + (draws.below(200) - 100) / 100_000).toFixed(6)),
    phone: null,
    status: 'OPEN',
    disasterRole: null,
    hours: [2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opensAt: '09:00', closesAt: '22:00' })),
    closedDays: [{ rule: 'WEEKDAY', nth: null, weekday: 1, from: null, to: null }],
    rooms: roomsOf(at, words, today),
    ...sampleOf(today),
  };
};
