import { type LoaderOf, one } from '@manabi/kit/batch';

import type { Facility } from './facility.entity.js';
import { facilitiesByCodes, placesByCodes } from './facility.repository.js';

export const facilityByCode: LoaderOf<string, Facility | null> = (em) =>
  one(
    (codes) => facilitiesByCodes(em, codes),
    (facility) => facility.code,
  );

/** Only where it is and what it is called: nothing else of it is read. */
export const whereByCode: LoaderOf<string, Facility | null> = (em) =>
  one(
    (codes) => placesByCodes(em, codes),
    (facility) => facility.code,
  );
