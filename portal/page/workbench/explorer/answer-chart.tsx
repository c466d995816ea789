import type { ReactElement } from 'react';

import { go, hrefOf } from '../address.js';
import { BarChart } from '../chart/bar-chart.js';
import type { Figure } from '../chart/figure.js';
import { useDesk } from '../desk.js';
import type { AnswerTable } from '../table/answer-table.js';

/** A chart of an answer: its rows counted, or a number summed, by the values of one column. */
export function AnswerChart({ table }: { table: AnswerTable }): ReactElement {
  const { words, address } = useDesk();
  const by = table.columns.find(({ key }) => key === address.said.get('by'));
  const sum = table.columns.find(({ key }) => key === address.said.get('sum'));
  const numbers = table.columns.filter(({ kind }) => kind === 'number');
  const columns = table.columns.map(({ key, label }) => [key, label] as const);
  const sums = numbers.map(({ key, label }) => [key, words.sumOf(label)] as const);
  const title = sum ? words.sumOf(sum.label) : words.countRows;
  const grouping = { by: by?.key ?? '', sum: sum?.key, none: words.noValue, title };
  return (
    <div className="answer-chart">
      <p className="choice">
        <ColumnChoice name="by" label={words.chartBy} none={words.chartNone} columns={columns} />
        {by && numbers.length > 0 && (
          <ColumnChoice name="sum" label={words.chartValue} none={words.countRows} columns={sums} />
        )}
      </p>
      {by && <BarChart figure={figureOf(table, grouping)} />}
    </div>
  );
}

interface ColumnChoiceProps {
  /** Name in the address. */
  readonly name: string;
  readonly label: string;
  /** What is chosen where no column is. */
  readonly none: string;
  /** Keys and labels. */
  readonly columns: readonly (readonly [string, string])[];
}

function ColumnChoice({ name, label, none, columns }: ColumnChoiceProps): ReactElement {
  const { address } = useDesk();
  const say = (value: string) => {
    const said = new URLSearchParams(address.said);
    if (value) said.set(name, value);
    else said.delete(name);
    go(hrefOf({ ...address, said }, address.language), true);
  };
  return (
    <>
      <label htmlFor={name}>{label}</label>
      <select
        id={name}
        value={address.said.get(name) ?? ''}
        onChange={(event) => say(event.target.value)}
      >
        <option value="">{none}</option>
        {columns.map(([key, column]) => (
          <option key={key} value={key}>
            {column}
          </option>
        ))}
      </select>
    </>
  );
}

interface Grouping {
  readonly by: string;
  readonly sum: string | undefined;
  /** What a row without a value counts as. */
  readonly none: string;
  readonly title: string;
}

/** The rows of a table by the values of one column, the largest first. */
function figureOf(
  { title, columns, rows }: AnswerTable,
  { by, sum, none, title: counted }: Grouping,
): Figure {
  const place = columns.findIndex(({ key }) => key === by);
  const summed = columns.findIndex(({ key }) => key === sum);
  const totals = new Map<string, number>();
  for (const row of rows) {
    const name = String(row[place]?.value ?? '') || none;
    const value = row[summed]?.value;
    const more = summed < 0 ? 1 : typeof value === 'number' ? value : 0;
    totals.set(name, (totals.get(name) ?? 0) + more);
  }
  const sorted = [...totals].toSorted(([, one], [, other]) => other - one);
  return {
    title,
    categories: sorted.map(([name]) => name),
    series: [{ name: counted, cells: sorted.map(([, value]) => ({ value })) }],
  };
}
