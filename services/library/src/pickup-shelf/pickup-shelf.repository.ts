import type { EntityManager } from '@mikro-orm/postgresql';

import { momentOf, oldestCheck } from '../holding/holding.repository.js';

/** Copies that wait at a branch. */
export interface WaitingCopies {
  readonly branchId: string;
  readonly waiting: number;
  readonly checkedAt: Date | null;
}

/** Counts the copies that wait at these branches; a branch at which none waits is left out. */
export async function waitingAtBranches(
  em: EntityManager,
  branchIds: readonly string[],
): Promise<WaitingCopies[]> {
  const rows = await em.execute<{ branchId: string; waiting: number; checked: number | null }[]>(
    `select branch_id as "branchId", count(*)::int as waiting, ${oldestCheck('checked_at')} as checked
     from holding where status = 'RESERVED' and withdrawn_at is null and branch_id in (select jsonb_array_elements_text(?::jsonb))
     group by branch_id`,
    [JSON.stringify(branchIds)],
  );
  return rows.map(({ checked, ...row }) => Object.assign(row, { checkedAt: momentOf(checked) }));
}
