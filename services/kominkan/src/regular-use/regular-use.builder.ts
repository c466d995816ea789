import { RegularUse } from './regular-use.entity.js';

/** A group that meets on Tuesday evenings, for tests; name only what matters. */
export function aRegularUse(given: Partial<RegularUse> = {}): RegularUse {
  return Object.assign(
    new RegularUse(),
    {
      id: 'use',
      roomId: 'room',
      groupId: 'group',
      weekday: 2,
      weeks: [1, 2, 3, 4, 5],
      startsAt: '19:00',
      endsAt: '21:00',
      provenance: { department: 'kominkan', sample: true },
    },
    given,
  );
}
