import type { AnswerTable, TableCell } from './answer-table.js';

/** By which column a table is sorted, and whether the largest comes first. */
export interface Sorting {
  readonly key: string;
  readonly isDescending: boolean;
}

const collator = new Intl.Collator('ja', { numeric: true });

/** The rows in the order of a column. What has no value comes last either way; equals stay as they were. */
export function sortRows(
  { columns, rows }: AnswerTable,
  sorting: Sorting | undefined,
): AnswerTable['rows'] {
  const place = columns.findIndex(({ key }) => key === sorting?.key);
  if (!sorting || place < 0) return rows;
  const sign = sorting.isDescending ? -1 : 1;
  return rows.toSorted((one, other) => {
    const [a, b] = [one[place], other[place]];
    const [isAEmpty, isBEmpty] = [isEmpty(a), isEmpty(b)];
    if (isAEmpty || isBEmpty) return Number(isAEmpty) - Number(isBEmpty);
    return sign * compare(a?.value ?? '', b?.value ?? '');
  });
}

const isEmpty = (cell: TableCell | undefined): boolean =>
  cell === undefined || cell.mark !== undefined || cell.value === null || cell.value === '';

const compare = (one: string | number, other: string | number): number =>
  typeof one === 'number' && typeof other === 'number'
    ? one - other
    : collator.compare(String(one), String(other));
