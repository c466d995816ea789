import { readByKeys, readRows } from '@manabi/kit/read-rows';
import type { EntityManager } from '@mikro-orm/postgresql';

import { LibraryBranch } from './branch.entity.js';

/** Branches of a city at most; a list of them is never longer. */
export const mostBranches = 50;

/** The branches with these ids, in no order. */
export function branchesByIds(em: EntityManager, ids: readonly string[]): Promise<LibraryBranch[]> {
  return readByKeys(em, LibraryBranch, ['id', ids]);
}

/** The branches in these facilities that were not withdrawn, in no order. */
export function branchesInFacilities(
  em: EntityManager,
  codes: readonly string[],
): Promise<LibraryBranch[]> {
  return readRows(em, LibraryBranch, {
    where: 'facility_code = any(array[?]::text[]) and withdrawn_at is null',
    values: [codes],
  });
}

/** All branches that were not withdrawn, in the order of their facilities' codes. */
export function allBranches(em: EntityManager): Promise<LibraryBranch[]> {
  return em.find(
    LibraryBranch,
    { withdrawnAt: null },
    { orderBy: { facilityCode: 'asc' }, limit: mostBranches },
  );
}
