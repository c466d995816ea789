import { Assignment } from './assignment.entity.js';

/** A promise of a person's time for tests; name only what matters. */
export function anAssignment(given: Partial<Assignment> = {}): Assignment {
  return Object.assign(
    new Assignment(),
    {
      id: 'assignment',
      personId: 'person',
      sessionId: 'session',
      startsAt: new Date('2026-10-10T09:00:00+09:00'),
      endsAt: new Date('2026-10-10T12:00:00+09:00'),
    },
    given,
  );
}
