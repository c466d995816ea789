import { type LoaderOf, one } from '@manabi/kit/batch';

import type { LibraryBranch } from './branch.entity.js';
import { branchesByIds, branchesInFacilities } from './branch.repository.js';

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
