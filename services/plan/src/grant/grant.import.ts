import type { DeliveryTarget } from '@manabi/kit/delivery/delivery.target';
import type { ListedAs } from '@manabi/kit/import/list/lists';

/** Where lists of grants go. */
export const grantTarget: DeliveryTarget = {
  table: 'grant_award',
  key: 'id',
  columns: [
    'title',
    'program',
    'fiscal_year',
    'amount_yen',
    'purpose',
    'group_id',
    'measure_code',
    'provenance',
  ],
};

/** Where what was reported of them goes. */
export const grantReportTarget: DeliveryTarget = {
  table: 'grant_report',
  key: 'id',
  columns: ['grant_id', 'submitted_on', 'summary', 'spent_yen', 'outcomes', 'provenance'],
};

/** What a row says of a grant, in the columns of the grants. */
export const grantValues = (record: ListedAs<'grant'>): Record<string, unknown> => ({
  title: { ja: record.title },
  program: record.program ?? null,
  fiscal_year: record.year,
  amount_yen: record.amountYen,
  purpose: record.purpose ? { ja: record.purpose } : null,
});

/** What a row says was reported of its grant; undefined where nothing was handed in yet. */
export function grantReportValues({
  submittedOn,
  report,
  spentYen,
  outcomes,
}: ListedAs<'grant'>): Record<string, unknown> | undefined {
  if (submittedOn === undefined && report === undefined && spentYen === undefined) return undefined;
  return {
    submitted_on: submittedOn ?? null,
    summary: report ? { ja: report } : null,
    spent_yen: spentYen ?? null,
    outcomes,
  };
}
