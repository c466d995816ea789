import { ChildcareSession } from './childcare.entity.js';

/** A session of childcare for tests; name only what matters. */
export function aChildcareSession(given: Partial<ChildcareSession> = {}): ChildcareSession {
  return Object.assign(
    new ChildcareSession(),
    {
      id: 'childcare',
      opportunityId: 'course',
      startsAt: new Date('2026-10-10T09:45:00+09:00'),
      endsAt: new Date('2026-10-10T12:15:00+09:00'),
      provenance: { department: 'nursery', asOf: '2026-10-01T00:00:00.000Z', sample: true },
    },
    given,
  );
}
