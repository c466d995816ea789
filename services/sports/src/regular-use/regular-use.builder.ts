import { RegularCourtUse } from './regular-use.entity.js';

/** A group that meets on Tuesday evenings, for tests; name only what matters. */
export function aRegularUse(given: Partial<RegularCourtUse> = {}): RegularCourtUse {
  return Object.assign(
    new RegularCourtUse(),
    {
      id: 'use',
      roomId: 'court',
      groupId: 'group',
      weekday: 2,
      weeks: [1, 2, 3, 4, 5],
      startsAt: '19:00',
      endsAt: '21:00',
      provenance: { department: 'sports', sample: true },
    },
    given,
  );
}
