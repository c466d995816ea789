import { ExperienceSession } from './experience-session.entity.js';

/** A time of an experience programme for tests; name only what matters. */
export function anExperienceSession(given: Partial<ExperienceSession> = {}): ExperienceSession {
  return Object.assign(
    new ExperienceSession(),
    {
      id: 'session',
      programId: 'program',
      startsAt: new Date('2026-10-10T09:00:00+09:00'),
      endsAt: new Date('2026-10-10T12:00:00+09:00'),
    },
    given,
  );
}
