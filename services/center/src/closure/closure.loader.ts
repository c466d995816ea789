import { type LoaderOf, many, one } from '@manabi/kit/batch';

import type { Closure } from './closure.entity.js';
import {
  type ClosureFound,
  type ClosuresWithin,
  closuresByIds,
  closuresWithin,
} from './closure.repository.js';

export const closureById: LoaderOf<string, Closure | null> = (em) =>
  one(
    (ids) => closuresByIds(em, ids),
    (closure) => closure.id,
  );

export const closuresOfFacility: LoaderOf<ClosuresWithin, ClosureFound[]> = (em) =>
  many(
    (asked) => closuresWithin(em, asked),
    ({ asked }) => asked,
  );
