import { type LoaderOf, many, one } from '@manabi/kit/batch';

import type { LibraryBranch } from './branch.entity.js';
import { allBranches, branchesByIds, branchesInFacilities } from './branch.repository.js';

export const branchById: LoaderOf<string, LibraryBranch | null> = (em) =>
  one(
    (ids) => branchesByIds(em, ids),
    (branch) => branch.id,
  );

export const branchInFacility: LoaderOf<string, LibraryBranch | null> = (em) =>
  one(
    (codes) => branchesInFacilities(em, codes),
    (branch) => branch.facilityCode,
  );

/** Every branch of the city: one list, read once for whoever asks in a request. */
export const branchesOfCity: LoaderOf<'city', LibraryBranch[]> = (em) =>
  many(
    () => allBranches(em),
    () => 'city',
  );
