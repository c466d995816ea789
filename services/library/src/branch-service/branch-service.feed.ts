import type { Publisher } from '@manabi/kit/feed/publisher';
import { publishRecord } from '@manabi/kit/feed/record.published';

import { branchServicesByIds } from './branch-service.repository.js';

/** Tells followers what branches do for readers who cannot come or cannot read print. */
export const publishBranchServices: Publisher = async (em, ids) =>
  new Map(
    (await branchServicesByIds(em, ids)).map((row) => {
      const { kind, offered, booking, branchId } = row;
      return [row.id, publishRecord(row, { kind, offered, booking, branchId })];
    }),
  );
