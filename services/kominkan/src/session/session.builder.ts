import { Session } from './session.entity.js';

/** A session for tests; name only what matters. */
export function aSession(given: Partial<Session> = {}): Session {
  return Object.assign(
    new Session(),
    {
      id: 'session',
      courseId: 'course',
      startsAt: new Date('2026-10-06T10:00:00+09:00'),
      allDay: false,
    },
    given,
  );
}
