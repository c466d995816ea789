import { type LoaderOf, one } from '@manabi/kit/batch';

import type { SiteVisit } from './site-visit.entity.js';
import { siteVisitsByIds } from './site-visit.repository.js';

export const siteVisitById: LoaderOf<string, SiteVisit | null> = (em) =>
  one(
    (ids) => siteVisitsByIds(em, ids),
    ({ id }) => id,
  );
