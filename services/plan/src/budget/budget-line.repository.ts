import type { EntityManager } from '@mikro-orm/postgresql';

import { BudgetLine } from './budget-line.entity.js';

/** A measure, and the fiscal year of which its budget is wanted; null for every year. */
export interface BudgetOf {
  readonly of: string;
  readonly fiscalYear: number | null;
}

/** A line with the wish that it answers. */
export interface BudgetRow {
  readonly key: BudgetOf;
  readonly line: BudgetLine;
}

/** The budget lines of many measures in one query, latest year first. */
export async function budgetOfMeasures(
  em: EntityManager,
  keys: readonly BudgetOf[],
): Promise<BudgetRow[]> {
  const wanted = keys.map((key, at) => ({ at, ...key }));
  const rows = await em.execute<{ at: number }[]>(
    `select w.at, b.* from jsonb_to_recordset(?::jsonb) as w (at int, "of" text, "fiscalYear" int)
     join budget_line b on b.measure_code = w."of" and b.withdrawn_at is null
       and (w."fiscalYear" is null or b.fiscal_year = w."fiscalYear")
     order by w.at, b.fiscal_year desc, b.id`,
    [JSON.stringify(wanted)],
  );
  return rows.flatMap(({ at, ...row }) => {
    const key = keys[at];
    return key ? [{ key, line: em.map(BudgetLine, row) }] : [];
  });
}
