import { StatisticCellState as State, StatisticMeasureCode as Measure } from './statistic-codes.js';
import type { CountRow } from './counts.repository.js';
import type { StatisticCell } from './statistic-table.entity.js';

/** What departments tell in one line. */
export interface LineCounts {
  readonly opportunities: readonly CountRow[];
  readonly sessions: readonly CountRow[];
}

/** Departments that a line is about, and whether they told anything at all. */
export type Expected = ReadonlyMap<string, boolean>;

/** A cell of what counts no people. A department that was not heard, or tells no places, is missing and no zero. */
export function thingCell(measure: Measure, counts: LineCounts, expected: Expected): StatisticCell {
  const rows = measure === Measure.SESSIONS ? counts.sessions : counts.opportunities;
  const silent = new Set([...expected].flatMap(([code, told]) => (told ? [] : [code])));
  if (measure === Measure.SEATS)
    for (const { department, amount, seatsTold } of rows)
      if (amount > 0 && seatsTold === 0) silent.add(department);
  const value = rows.reduce(
    (sum, row) => sum + (measure === Measure.SEATS ? row.seats : row.amount),
    0,
  );
  const everybody = new Set([...expected.keys(), ...rows.map(({ department }) => department)]);
  return cellOf(measure, { value, silent, expected: everybody.size });
}

/** A cell with what is known of who told. */
export function cellOf(
  measure: Measure,
  { value, silent, expected }: { value: number; silent: ReadonlySet<string>; expected: number },
): StatisticCell {
  const told = expected - silent.size;
  const isMissing = told <= 0;
  return {
    measure,
    value: isMissing ? null : value,
    state: isMissing ? State.MISSING : State.SHOWN,
    told: Math.max(told, 0),
    expected,
    missing: [...silent].toSorted().map((code) => ({ code })),
  };
}
