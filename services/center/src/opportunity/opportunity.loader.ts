import { type LoaderOf, one } from '@manabi/kit/batch';

import { type KnownOpportunity, opportunitiesByIds } from './opportunity.repository.js';

export const opportunityById: LoaderOf<string, KnownOpportunity | null> = (em) =>
  one(
    (ids) => opportunitiesByIds(em, ids),
    (opportunity) => opportunity.id,
  );
