import { type LoaderOf, many, one } from '@manabi/kit/batch';

import type { Court } from './court.entity.js';
import { courtsByIds, courtsOfFacilities } from './court.repository.js';

export const courtById: LoaderOf<string, Court | null> = (em) =>
  one(
    (ids) => courtsByIds(em, ids),
    (court) => court.id,
  );

export const courtsOfFacility: LoaderOf<string, Court[]> = (em) =>
  many(
    (codes) => courtsOfFacilities(em, codes),
    (court) => court.facilityCode,
  );
