import { type LoaderOf, one } from '@manabi/kit/batch';

import { type WaitingCopies, waitingAtBranches } from './pickup-shelf.repository.js';

export const waitingAtBranch: LoaderOf<string, WaitingCopies | null> = (em) =>
  one(
    (branchIds) => waitingAtBranches(em, branchIds),
    ({ branchId }) => branchId,
  );
