import { type ReactElement, type ReactNode, useId, useState } from 'react';

import { useDesk } from '../desk.js';
import type { AnswerTable, TableCell, TableColumn } from './answer-table.js';
import { cellText } from './cell-text.js';
import { type Sorting, sortRows } from './sort-rows.js';

/** Rows drawn at once; more come when asked for. */
const rowsAtOnce = 200;

interface TableViewProps {
  readonly table: AnswerTable;
  readonly sorting: Sorting | undefined;
  readonly onSort: (sorting: Sorting) => void;
}

/** A table that is sorted by the buttons in its headings, and says so to those who listen. */
export function TableView({ table, sorting, onSort }: TableViewProps): ReactElement {
  const { words } = useDesk();
  const name = useId();
  const [most, setMost] = useState(rowsAtOnce);
  const rows = sortRows(table, sorting);
  return (
    <div className="table-view">
      <p className="hint" role="status">
        {rows.length > most ? words.rowsShown(most, rows.length) : words.rowCount(rows.length)}{' '}
        {sortingTold(table, sorting, words)}
      </p>
      <div className="scroll" role="region" tabIndex={0} aria-labelledby={name}>
        <table>
          <caption id={name}>{table.title}</caption>
          <thead>
            <tr>
              {table.columns.map((column) => (
                <Heading key={column.key} column={column} sorting={sorting} onSort={onSort} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, most).map((row, place) => (
              // Rows have no key of their own, and none keeps a state.
              <Row key={place} row={row} columns={table.columns} />
            ))}
          </tbody>
        </table>
        {rows.length === 0 && <p className="hint">{words.noRows}</p>}
      </div>
      {rows.length > most && (
        <button type="button" onClick={() => setMost(most + rowsAtOnce)}>
          {words.moreRows}
        </button>
      )}
    </div>
  );
}

function sortingTold(
  { columns }: AnswerTable,
  sorting: Sorting | undefined,
  words: ReturnType<typeof useDesk>['words'],
): ReactNode {
  const column = columns.find(({ key }) => key === sorting?.key);
  if (!column || !sorting) return words.sortHint;
  return words.sortedBy(column.label, sorting.isDescending ? words.descending : words.ascending);
}

interface HeadingProps {
  readonly column: TableColumn;
  readonly sorting: Sorting | undefined;
  readonly onSort: (sorting: Sorting) => void;
}

function Heading({ column, sorting, onSort }: HeadingProps): ReactElement {
  const { words } = useDesk();
  const isSorted = sorting?.key === column.key;
  const order = !isSorted ? 'none' : sorting.isDescending ? 'descending' : 'ascending';
  // A number is most often looked at from its largest.
  const next = isSorted ? !sorting.isDescending : column.kind === 'number';
  return (
    <th scope="col" aria-sort={order} className={column.kind}>
      <button type="button" onClick={() => onSort({ key: column.key, isDescending: next })}>
        <span>{column.label}</span>
        {column.unit && <small>{words.bracketed(column.unit)}</small>}
        <span className="order" aria-hidden="true">
          {order === 'none' ? '↕' : order === 'ascending' ? '▲' : '▼'}
        </span>
      </button>
    </th>
  );
}

interface RowProps {
  readonly row: readonly TableCell[];
  readonly columns: readonly TableColumn[];
}

function Row({ row, columns }: RowProps): ReactElement {
  return (
    <tr>
      {columns.map((column, place) => (
        <Cell key={column.key} cell={row[place] ?? { value: null }} column={column} />
      ))}
    </tr>
  );
}

function Cell({ cell, column }: { cell: TableCell; column: TableColumn }): ReactElement {
  const { words } = useDesk();
  const text = cellText(cell, words);
  const mark = cell.mark?.toLowerCase() ?? '';
  return (
    <td className={`${column.kind} ${mark}`.trim()}>
      {cell.mark ? <span className="cell-mark">{text}</span> : text}
      {cell.remark && <small className="remark">{cell.remark}</small>}
    </td>
  );
}
