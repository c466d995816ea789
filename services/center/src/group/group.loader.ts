import { type LoaderOf, one } from '@manabi/kit/batch';

import type { Group } from './group.entity.js';
import { groupsByIds } from './group.repository.js';

export const groupById: LoaderOf<string, Group | null> = (em) =>
  one(
    (ids) => groupsByIds(em, ids),
    ({ id }) => id,
  );
