import { type LoaderOf, one } from '@manabi/kit/batch';

import type { Course } from './course.entity.js';
import { coursesByIds } from './course.repository.js';

export const courseById: LoaderOf<string, Course | null> = (em) =>
  one(
    (ids) => coursesByIds(em, ids),
    (course) => course.id,
  );
