import type { EntityManager } from '@mikro-orm/postgresql';

import { BranchService } from './branch-service.entity.js';

/** The services with these ids, in no order. */
export function branchServicesByIds(
  em: EntityManager,
  ids: readonly string[],
): Promise<BranchService[]> {
  return em.find(BranchService, { id: { $in: [...ids] } });
}

/** The services of these branches, by kind; a branch has each kind once at most. */
export function servicesOfBranches(
  em: EntityManager,
  branchIds: readonly string[],
): Promise<BranchService[]> {
  return em.find(
    BranchService,
    { branchId: { $in: [...branchIds] }, withdrawnAt: null },
    { orderBy: { branchId: 'asc', kind: 'asc' } },
  );
}
