import type { DeliveryTarget } from '@manabi/kit/delivery/delivery.target';
import type { ListedAs } from '@manabi/kit/import/list/lists';

/** Where lists of budget lines go. */
export const budgetLineTarget: DeliveryTarget = {
  table: 'budget_line',
  key: 'id',
  columns: [
    'title',
    'fiscal_year',
    'amount_thousand_yen',
    'measure_code',
    'department_code',
    'provenance',
  ],
};

/** What a row says of a budget line, in the columns of the lines. */
export const budgetLineValues = (record: ListedAs<'budget-line'>): Record<string, unknown> => ({
  title: { ja: record.title },
  fiscal_year: record.year,
  amount_thousand_yen: record.amountThousandYen,
});
