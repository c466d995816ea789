import { CourtHold } from './court-hold.entity.js';

/** A booked stretch of a court for tests; name only what matters. */
export function aCourtHold(given: Partial<CourtHold> = {}): CourtHold {
  return Object.assign(
    new CourtHold(),
    {
      id: 'hold',
      roomId: 'court',
      startsAt: new Date('2026-11-10T09:00:00+09:00'),
      endsAt: new Date('2026-11-10T13:00:00+09:00'),
      state: 'BOOKED',
      createdAt: new Date('2026-10-01T09:00:00+09:00'),
      sample: true,
    },
    given,
  );
}
