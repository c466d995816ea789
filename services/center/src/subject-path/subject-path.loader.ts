import { type LoaderOf, many } from '@manabi/kit/batch';
import type { SubjectKey } from '@manabi/kit/opportunity/opportunity.columns';

import {
  type SubjectGroup,
  type SubjectOffering,
  groupsOfSubjects,
  offeringsOfSubjects,
} from './subject-path.repository.js';

/** A subject and the moment from which on it is asked about, ISO 8601. */
interface SubjectAt extends SubjectKey {
  readonly at: string;
}

export const offeringsOfSubject: LoaderOf<SubjectAt, (SubjectOffering & SubjectAt)[]> = (em) =>
  many(
    async (keys) => {
      const found: (SubjectOffering & SubjectAt)[] = [];
      for (const [at, asked] of Map.groupBy(keys, (key) => key.at)) {
        const rows = await offeringsOfSubjects(em, asked, new Date(at));
        for (const row of rows) found.push(Object.assign(row, { at }));
      }
      return found;
    },
    ({ scheme, code, at }) => ({ scheme, code, at }),
  );

export const groupsOfSubject: LoaderOf<SubjectKey, SubjectGroup[]> = (em) =>
  many(
    (keys) => groupsOfSubjects(em, keys),
    ({ scheme, code }) => ({ scheme, code }),
  );
