import { SlotHold } from './slot-hold.entity.js';

/** A booked stretch of a room for tests; name only what matters. */
export function aSlotHold(given: Partial<SlotHold> = {}): SlotHold {
  return Object.assign(
    new SlotHold(),
    {
      id: 'hold',
      roomId: 'room',
      startsAt: new Date('2026-11-10T09:00:00+09:00'),
      endsAt: new Date('2026-11-10T13:00:00+09:00'),
      state: 'BOOKED',
      createdAt: new Date('2026-10-01T09:00:00+09:00'),
      sample: true,
    },
    given,
  );
}
