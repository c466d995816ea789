import { opaqueId } from '../opaque-id.js';
import { rowsOf } from '../table.js';
import type { Text } from '../text.js';
import { todayInTokyo } from '../tokyo-day.js';
import { fiscalYearOf } from './fiscal-year.js';
import { sampleOf, type Sourced } from './sourced.js';

/** One invented line of the budget that pays for a measure (予算の事項). */
export interface BudgetLineRow extends Sourced {
  id: string;
  title: Text;
  fiscalYear: number;
  amountThousandYen: number;
  measureCode: string;
  departmentCode: string;
}

/** Promises invented budget lines of this fiscal year and the last. */
export const budgetLines = (today: string = todayInTokyo()): BudgetLineRow[] =>
  rowsOf('budget-lines', (line) => ({
    id: opaqueId('budget-line', line.text('key')),
    title: { ja: line.text('title') },
    fiscalYear: fiscalYearOf(today) - line.number('yearsAgo'),
    amountThousandYen: line.number('amountThousandYen'),
    measureCode: line.text('measure'),
    departmentCode: line.text('department'),
    ...sampleOf(today),
  }));
