import { Closure } from './closure.entity.js';

/** A closure of a whole house for tests; name only what matters. */
export function aClosure(given: Partial<Closure> = {}): Closure {
  return Object.assign(
    new Closure(),
    {
      id: 'works',
      facilityCode: '132292-0001',
      roomIds: [],
      reason: { ja: '空調設備の改修工事のため' },
      announcedAt: new Date('2026-09-01T09:00:00+09:00'),
      startsAt: new Date('2026-10-10T00:00:00+09:00'),
      endsAt: new Date('2026-10-20T00:00:00+09:00'),
      provenance: { department: 'kominkan', sample: true },
    },
    given,
  );
}
