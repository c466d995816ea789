import { type LoaderOf, many, one } from '@manabi/kit/batch';

import type { ExperienceSession } from './experience-session.entity.js';
import {
  type Supporter,
  experienceSessionsByIds,
  sessionsOfPrograms,
  supportersOfSessions,
} from './experience-session.repository.js';

export const experienceSessionById: LoaderOf<string, ExperienceSession | null> = (em) =>
  one(
    (ids) => experienceSessionsByIds(em, ids),
    ({ id }) => id,
  );

/** A programme, and the moment after which its times are asked, as ISO 8601. */
export interface ProgramFrom {
  readonly id: string;
  readonly from: string;
}

/** One time of a programme, beside the moment for which it was asked. */
interface Asked {
  readonly from: string;
  readonly session: ExperienceSession;
}

export const sessionsOfProgram: LoaderOf<ProgramFrom, Asked[]> = (em) =>
  many(
    async (keys) => {
      const found: Asked[] = [];
      for (const [from, asked] of Map.groupBy(keys, (key) => key.from)) {
        const ids = asked.map(({ id }) => id);
        const sessions = await sessionsOfPrograms(em, ids, new Date(from));
        for (const session of sessions) found.push({ from, session });
      }
      return found;
    },
    ({ from, session }) => ({ id: session.programId, from }),
  );

export const supportersOfSession: LoaderOf<string, Supporter[]> = (em) =>
  many(
    (ids) => supportersOfSessions(em, ids),
    ({ sessionId }) => sessionId,
  );
