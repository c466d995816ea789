import { type LoaderOf, many } from '@manabi/kit/batch';

import { spellingsOfFacilities } from './facility-identity.repository.js';
import type { FacilitySpelling } from './facility-spelling.entity.js';

export const spellingsOfFacility: LoaderOf<string, FacilitySpelling[]> = (em) =>
  many(
    (codes) => spellingsOfFacilities(em, codes),
    ({ facilityCode }) => facilityCode,
  );
