import { Holding, HoldingStatus } from './holding.entity.js';

/** A copy for tests; name only what matters. */
export function aHolding(given: Partial<Holding> = {}): Holding {
  return Object.assign(
    new Holding(),
    { id: 'copy', bibId: 'bib', branchId: 'branch', status: HoldingStatus.ON_SHELF },
    given,
  );
}
