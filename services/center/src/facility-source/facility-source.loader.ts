import { type LoaderOf, many } from '@manabi/kit/batch';

import type { FacilitySource } from './facility-source.entity.js';
import { sourcesOfFacilities } from './facility-source.repository.js';

export const sourcesOfFacility: LoaderOf<string, FacilitySource[]> = (em) =>
  many(
    (codes) => sourcesOfFacilities(em, codes),
    (source) => source.facilityCode,
  );
