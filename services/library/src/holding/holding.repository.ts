import type { EntityManager } from '@mikro-orm/postgresql';

import { Holding } from './holding.entity.js';
import type { CopyCount } from './holding.rules.js';

/** Copies of a title that one answer lists at most. */
export const mostCopies = 100;

/** The copies with these ids, in no order. */
export function holdingsByIds(em: EntityManager, ids: readonly string[]): Promise<Holding[]> {
  return em.find(Holding, { id: { $in: [...ids] } });
}

/** The copies of these titles, by branch. */
export function holdingsOfTitles(em: EntityManager, bibIds: readonly string[]): Promise<Holding[]> {
  return em.find(
    Holding,
    { bibId: { $in: [...bibIds] }, withdrawnAt: null },
    { orderBy: { branchId: 'asc', id: 'asc' } },
  );
}

/** How many copies of a title there are in the city. */
export interface CopiesOfTitle extends CopyCount {
  readonly bibId: string;
  readonly checkedAt: Date | null;
}

interface CountedRow extends Omit<CopiesOfTitle, 'checkedAt'> {
  readonly checkedAt: number | null;
}

/** Counts the copies of these titles; a title without copies is left out. */
export async function copiesOfTitles(
  em: EntityManager,
  bibIds: readonly string[],
): Promise<CopiesOfTitle[]> {
  const rows = await em.execute<CountedRow[]>(
    `select bib_id as "bibId", count(*)::int as copies,
       (count(*) filter (where status = 'ON_SHELF'))::int as "onShelf",
       (count(*) filter (where status = 'UNKNOWN'))::int as unknown,
       ${oldestCheck('checked_at')} as "checkedAt"
     from holding
     where withdrawn_at is null and bib_id in (select jsonb_array_elements_text(?::jsonb)) group by bib_id`,
    [JSON.stringify(bibIds)],
  );
  return rows.map((row) => Object.assign(row, { checkedAt: momentOf(row.checkedAt) }));
}

/** SQL for the oldest of some checks, in milliseconds: plain SQL answers moments as text of its own. */
export const oldestCheck = (column: string): string =>
  `(extract(epoch from min(${column})) * 1000)::float8`;

/** The moment that `oldestCheck` read. */
export const momentOf = (milliseconds: number | null): Date | null =>
  milliseconds === null ? null : new Date(milliseconds);
