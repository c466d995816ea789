import { type LoaderOf, one } from '@manabi/kit/batch';
import type { PageOf } from '@manabi/kit/connection/connection-type';
import { type LedPage, ledBy } from '@manabi/kit/opportunity/opportunity.leaders';

import type { SportsClass } from './sports-class.entity.js';
import { coachedClasses, sportsClassesByIds } from './sports-class.repository.js';

export const sportsClassById: LoaderOf<string, SportsClass | null> = (em) =>
  one(
    (ids) => sportsClassesByIds(em, ids),
    (sportsClass) => sportsClass.id,
  );

/** For a person and a page: the classes on it. */
export const classesCoachedBy: LoaderOf<PageOf, LedPage<SportsClass> | null> = (em) =>
  one(
    (pages) => ledBy(em, coachedClasses, pages),
    (page) => page.asked,
  );
