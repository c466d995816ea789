import { type LoaderOf, many, one } from '@manabi/kit/batch';
import type { SubjectKey } from '@manabi/kit/opportunity/opportunity.columns';
import type { Audience } from '@manabi/kit/vocabulary/audience';

import type { Desk } from './desk.entity.js';
import { desksByIds } from './desk.repository.js';
import { type DeskOfSubject, desksOfSubjects } from './desk.search.js';

export const deskById: LoaderOf<string, Desk | null> = (em) =>
  one(
    (ids) => desksByIds(em, ids),
    ({ id }) => id,
  );

/** A subject, and for whom advice is wanted; null does not restrict. */
export interface AdviceOn extends SubjectKey {
  readonly audience: Audience | null;
}

export const desksOfSubject: LoaderOf<
  AdviceOn,
  (DeskOfSubject & { readonly audience: Audience | null })[]
> = (em) =>
  many(
    async (keys) => {
      const found: (DeskOfSubject & { audience: Audience | null })[] = [];
      for (const [audience, asked] of Map.groupBy(keys, (key) => key.audience)) {
        const subjects = asked.map(({ scheme, code }) => ({ scheme, code }));
        for (const each of await desksOfSubjects(em, subjects, audience))
          found.push({ ...each, audience });
      }
      return found;
    },
    ({ key, audience }) => ({ ...key, audience }),
  );
