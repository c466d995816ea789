import { type LoaderOf, one } from '@manabi/kit/batch';

import { type AffectedFound, type ClosedTime, affectedBy } from './affected.search.js';

export const affectedByClosure: LoaderOf<ClosedTime, AffectedFound | null> = (em) =>
  one(
    (asked) => affectedBy(em, asked),
    ({ asked }) => asked,
  );
