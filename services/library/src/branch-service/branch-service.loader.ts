import { type LoaderOf, many, one } from '@manabi/kit/batch';

import type { BranchService } from './branch-service.entity.js';
import { branchServicesByIds, servicesOfBranches } from './branch-service.repository.js';

export const branchServiceById: LoaderOf<string, BranchService | null> = (em) =>
  one(
    (ids) => branchServicesByIds(em, ids),
    ({ id }) => id,
  );

export const servicesOfBranch: LoaderOf<string, BranchService[]> = (em) =>
  many(
    (branchIds) => servicesOfBranches(em, branchIds),
    ({ branchId }) => branchId,
  );
