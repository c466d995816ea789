import { type LoaderOf, one } from '@manabi/kit/batch';

import type { Facility } from './facility.entity.js';
import { facilitiesByCodes } from './facility.repository.js';

export const facilityByCode: LoaderOf<string, Facility | null> = (em) =>
  one(
    (codes) => facilitiesByCodes(em, codes),
    (facility) => facility.code,
  );
