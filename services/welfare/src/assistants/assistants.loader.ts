import { type LoaderOf, many, one } from '@manabi/kit/batch';

import type { Assistants } from './assistants.entity.js';
import { assistantsByIds, assistantsOfOpportunities } from './assistants.repository.js';

export const assistantsById: LoaderOf<string, Assistants | null> = (em) =>
  one(
    (ids) => assistantsByIds(em, ids),
    ({ id }) => id,
  );

export const assistantsOfOpportunity: LoaderOf<string, Assistants[]> = (em) =>
  many(
    (opportunityIds) => assistantsOfOpportunities(em, opportunityIds),
    ({ opportunityId }) => opportunityId,
  );
