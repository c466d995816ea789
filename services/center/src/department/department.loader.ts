import { type LoaderOf, one } from '@manabi/kit/batch';

import type { Department } from './department.entity.js';
import { departmentsByCodes } from './department.repository.js';

export const departmentByCode: LoaderOf<string, Department | null> = (em) =>
  one(
    (codes) => departmentsByCodes(em, codes),
    ({ code }) => code,
  );
