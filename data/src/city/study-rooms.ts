import { todayInTokyo } from '../tokyo-day.js';
import { facilities } from './facilities.js';
import type { RoomRow } from './rooms.js';
import { type SlotRow, slotsOf } from './slots.js';

/** Promises the rooms of the six kominkan that groups can book (学習室・集会室など); childcare rooms are not lent. */
export const studyRooms = (): RoomRow[] =>
  facilities()
    .filter((facility) => facility.type === 'KOMINKAN')
    .flatMap((facility) => facility.rooms)
    .filter((room) => room.purpose !== 'CHILDCARE');

/** Promises every slot of the study rooms for nine weeks from `today`. */
export const studyRoomSlots = (today: string = todayInTokyo()): SlotRow[] => [
  ...slotsOf(studyRooms(), { today, days: 63 }),
];
