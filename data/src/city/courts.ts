import { todayInTokyo } from '../tokyo-day.js';
import { facilities } from './facilities.js';
import type { RoomRow } from './rooms.js';
import { type SlotRow, slotsOf } from './slots.js';

const INDOOR = new Set(['SPORTS']);
const OUTDOOR = new Set(['FIELD']);

/** Promises the halls, pools, grounds and tennis courts of the sports facilities (コート・体育室・グラウンド). */
export const courts = (): RoomRow[] =>
  facilities()
    .filter(({ type }) => INDOOR.has(type) || OUTDOOR.has(type))
    .flatMap((facility) => facility.rooms);

/** Promises every slot of the courts for five weeks from `today`; grounds close before the night slot. */
export const courtSlots = (today: string = todayInTokyo()): SlotRow[] => {
  const outdoor = new Set(
    facilities()
      .filter(({ type }) => OUTDOOR.has(type))
      .map(({ code }) => code),
  );
  return [...slotsOf(courts(), { today, days: 35 })].filter(
    (slot) => slot.band !== 'NIGHT' || !outdoor.has(slot.facilityCode),
  );
};
