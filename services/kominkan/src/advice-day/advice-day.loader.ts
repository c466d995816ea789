import { type LoaderOf, one } from '@manabi/kit/batch';

import type { AdviceDay } from './advice-day.entity.js';
import {
  type AdviceDaysOf,
  type AdviceDaysPage,
  adviceDayPages,
  adviceDaysByIds,
} from './advice-day.repository.js';

export const adviceDayById: LoaderOf<string, AdviceDay | null> = (em) =>
  one(
    (ids) => adviceDaysByIds(em, ids),
    ({ id }) => id,
  );

/** For a desk and a page: the advice days on it. */
export const adviceDaysOfDesk: LoaderOf<AdviceDaysOf, AdviceDaysPage | null> = (em) =>
  one(
    (pages) => adviceDayPages(em, pages),
    ({ asked }) => asked,
  );
