import type { EntityManager } from '@mikro-orm/postgresql';

import { Grant, GrantReport } from './grant.entity.js';

/** Grants that a list of one group or measure shows at most. */
const listed = 20;

/** Those with these ids, in no order; ids that nothing has are left out. */
export function grantsByIds(em: EntityManager, ids: readonly string[]): Promise<Grant[]> {
  return em.find(Grant, { id: { $in: [...ids] }, withdrawnAt: null });
}

/** The grants of these groups, latest first, up to twenty of each. */
export const grantsOfGroups = (em: EntityManager, ids: readonly string[]): Promise<Grant[]> =>
  grantsBy(em, 'group_id', ids);

/** The grants for these measures, latest first, up to twenty of each. */
export const grantsOfMeasures = (em: EntityManager, codes: readonly string[]): Promise<Grant[]> =>
  grantsBy(em, 'measure_code', codes);

async function grantsBy(
  em: EntityManager,
  column: 'group_id' | 'measure_code',
  keys: readonly string[],
): Promise<Grant[]> {
  const rows = await em.execute<object[]>(
    `select g.* from jsonb_array_elements_text(?::jsonb) as wanted (key)
     cross join lateral (select * from grant_award where ${column} = wanted.key and withdrawn_at is null
       order by fiscal_year desc nulls last, id limit ${listed}) g`,
    [JSON.stringify(keys)],
  );
  return rows.map((row) => em.map(Grant, row));
}

/** What was reported of these grants, latest first. */
export function reportsOfGrants(
  em: EntityManager,
  grantIds: readonly string[],
): Promise<GrantReport[]> {
  return em.find(
    GrantReport,
    { grantId: { $in: [...grantIds] }, withdrawnAt: null },
    { orderBy: { submittedOn: 'desc', id: 'asc' } },
  );
}
