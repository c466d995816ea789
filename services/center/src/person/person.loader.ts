import { type LoaderOf, one } from '@manabi/kit/batch';

import type { Person } from './person.entity.js';
import { peopleByIds } from './person.repository.js';

export const personById: LoaderOf<string, Person | null> = (em) =>
  one(
    (ids) => peopleByIds(em, ids),
    ({ id }) => id,
  );
