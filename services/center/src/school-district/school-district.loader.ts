import { type LoaderOf, one } from '@manabi/kit/batch';

import type { SchoolDistrict } from './school-district.entity.js';
import { schoolDistrictsByCodes } from './school-district.repository.js';

export const schoolDistrictByCode: LoaderOf<string, SchoolDistrict | null> = (em) =>
  one(
    (codes) => schoolDistrictsByCodes(em, codes),
    ({ code }) => code,
  );
