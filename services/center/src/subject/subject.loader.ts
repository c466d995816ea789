import { type LoaderOf, type Loaders, many, one } from '@manabi/kit/batch';
import type { SubjectKey } from '@manabi/kit/opportunity/opportunity.columns';

import type { Subject } from './subject.entity.js';
import {
  type MeantSubject,
  meantSubjects,
  narrowerSubjects,
  subjectsByKeys,
} from './subject.repository.js';

export const subjectByKey: LoaderOf<SubjectKey, Subject | null> = (em) =>
  one(
    (keys) => subjectsByKeys(em, keys),
    ({ scheme, code }) => ({ scheme, code }),
  );

export const meantSubject: LoaderOf<SubjectKey, MeantSubject | null> = (em) =>
  one(
    (keys) => meantSubjects(em, keys),
    ({ wanted }) => wanted,
  );

export const narrowerOfSubject: LoaderOf<SubjectKey, Subject[]> = (em) =>
  many(
    (keys) => narrowerSubjects(em, keys),
    ({ scheme, broaderCode }) => ({ scheme, code: broaderCode ?? '' }),
  );

/** The subjects with these keys, in their order; null for one that the register does not know. */
export async function subjectsOf(
  loaders: Loaders,
  keys: readonly SubjectKey[],
): Promise<(Subject | null)[]> {
  const loader = loaders.of(subjectByKey);
  // Said again in this order: jsonb gives the parts of a key in an order of its own, and order tells keys apart.
  return Promise.all(keys.map(({ scheme, code }) => loader.load({ scheme, code })));
}
