import { Tri } from '@manabi/kit/value/tri';

import { BranchService, BranchServiceKind } from './branch-service.entity.js';

/** A service of a branch for tests; name only what matters. */
export function aBranchService(given: Partial<BranchService> = {}): BranchService {
  return Object.assign(
    new BranchService(),
    {
      id: 'service',
      branchId: 'branch',
      kind: BranchServiceKind.HOME_DELIVERY,
      offered: Tri.YES,
      provenance: { department: 'library', sample: true },
    },
    given,
  );
}
