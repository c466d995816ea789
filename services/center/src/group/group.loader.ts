import { type LoaderOf, many, one } from '@manabi/kit/batch';

import type { Group } from './group.entity.js';
import { groupsByIds, groupsFedByCourses } from './group.repository.js';

export const groupById: LoaderOf<string, Group | null> = (em) =>
  one(
    (ids) => groupsByIds(em, ids),
    ({ id }) => id,
  );

export const groupsFedByCourse: LoaderOf<string, Group[]> = (em) =>
  many(
    (ids) => groupsFedByCourses(em, ids),
    // Those that no course feeds are not among them.
    ({ fedByCourseId }) => fedByCourseId ?? '',
  );
