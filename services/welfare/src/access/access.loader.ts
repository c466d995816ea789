import { type LoaderOf, one } from '@manabi/kit/batch';

import type { FacilityAccess } from './access.entity.js';
import { accessOfFacilities } from './access.repository.js';

export const accessOfFacility: LoaderOf<string, FacilityAccess | null> = (em) =>
  one(
    (codes) => accessOfFacilities(em, codes),
    (access) => access.facilityCode,
  );
