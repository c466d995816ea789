import { type LoaderOf, one } from '@manabi/kit/batch';
import type { SessionsIn } from '@manabi/kit/slot/session.arguments';

import { type CourtSessionsPage, sessionsOnCourts } from './court-session.repository.js';

/** For a court and a page: the sessions on it. */
export const sessionsOnCourt: LoaderOf<SessionsIn, CourtSessionsPage | null> = (em) =>
  one(
    (pages) => sessionsOnCourts(em, pages),
    (page) => page.asked,
  );
