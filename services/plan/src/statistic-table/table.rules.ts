import { invariant } from '@manabi/kit/problem';
import { bilingual } from '@manabi/kit/value/local-text';

import { type AskedPeople, peopleCell, rateCell } from '../people/people-cell.rules.js';
import { cubedBehind } from '../people/people-line.rules.js';
import type { Snapshot } from '../snapshot/snapshot.entity.js';
import type { Axis } from './axis.rules.js';
import { type CanonicalQuestion, definitionOf, tableId } from './canonical-question.js';
import type { CountRow, ResidentRow } from './counts.repository.js';
import { type Expected, type LineCounts, thingCell } from './line.rules.js';
import { peopleOf, perThousand, withValue } from './per-thousand.rules.js';
import { policyWords } from './policy.rules.js';
import {
  StatisticCellState,
  StatisticDimensionCode as Dimension,
  type StatisticMeasureCode,
} from './statistic-codes.js';
import type {
  StatisticCell,
  StatisticNotes,
  StatisticRow,
  StatisticTable,
} from './statistic-table.entity.js';
import { firstVersions } from './statistic-measures.js';
import { sentenceOf } from './words.rules.js';

/** Everything that a table is made of; the same parts give the same table. */
export interface TableParts {
  readonly question: CanonicalQuestion;
  readonly snapshot: Snapshot;
  /** The version of the definitions by which it is made. */
  readonly definitions: string;
  readonly axes: readonly Axis[];
  readonly opportunities: readonly CountRow[];
  readonly sessions: readonly CountRow[];
  readonly residents: readonly ResidentRow[];
  readonly people: readonly AskedPeople[];
}

/** A table that is no refusal. */
export type MadeTable = StatisticTable & { readonly id: string };

/** Makes a table of its parts. */
export function tableOf(parts: TableParts): MadeTable {
  const { question, snapshot, axes, definitions } = parts;
  const rows = rowsOf(parts);
  return {
    id: tableId(question, { snapshot: snapshot.id, definitions }),
    snapshot: { id: snapshot.id, sealedAt: snapshot.sealedAt, revision: snapshot.revision },
    definitionsVersion: definitions,
    official: !question.countSamples,
    question: { ...question, text: sentenceOf(question, parts) },
    axes,
    rows,
    notes: notesOf(parts, rows),
  };
}

const keyOf = (keys: readonly string[]): string => keys.join('\n');

function rowsOf(parts: TableParts): StatisticRow[] {
  const { question, axes } = parts;
  const opportunities = Map.groupBy(parts.opportunities, ({ keys }) => keyOf(keys));
  const sessions = Map.groupBy(parts.sessions, ({ keys }) => keyOf(keys));
  return linesOf(axes).map((keys) => {
    const counts: LineCounts = {
      opportunities: opportunities.get(keyOf(keys)) ?? [],
      sessions: sessions.get(keyOf(keys)) ?? [],
    };
    const expected = expectedIn(parts, keys);
    const cells = question.measures.map((measure) =>
      cubedBehind(measure).length > 0
        ? personCell(parts, keys, measure)
        : thingCell(measure, counts, expected),
    );
    return { keys, cells: cells.map((cell) => rated(parts, keys, cell)) };
  });
}

function personCell(
  { question, people, definitions }: TableParts,
  keys: readonly string[],
  measure: StatisticMeasureCode,
): StatisticCell {
  const codeOf = (dimension: Dimension) => keys[question.dimensions.indexOf(dimension)];
  const [first, second] = cubedBehind(measure).map((each) => {
    const asked = people.find((one) => one.measure === each);
    invariant(asked, `nothing was read of ${each}`);
    const cell = peopleCell(asked, codeOf);
    return isNobodys(cell, definitions) ? withValue(cell, null, StatisticCellState.MISSING) : cell;
  });
  invariant(first, `${measure} is made of nothing`);
  return second ? rateCell(first, second) : first;
}

/** Whether a cell of people is of departments of which none tells such a number: that is no zero. */
const isNobodys = ({ expected, state }: StatisticCell, definitions: string): boolean =>
  expected === 0 && state === StatisticCellState.SHOWN && !firstVersions.has(definitions);

/** Every combination of the values of the axes. */
const linesOf = (axes: readonly Axis[]): string[][] =>
  axes.reduce<string[][]>(
    (lines, { values }) => lines.flatMap((line) => values.map(({ code }) => [...line, code])),
    [[]],
  );

/** The value of a dimension in a line, or those that a filter keeps; null where neither says any. */
function valuesIn(
  { question }: TableParts,
  keys: readonly string[],
  dimension: Dimension,
): readonly string[] | null {
  const key = keys[question.dimensions.indexOf(dimension)];
  if (key !== undefined) return [key];
  return question.filters.find((filter) => filter.dimension === dimension)?.values ?? null;
}

function expectedIn(parts: TableParts, keys: readonly string[]): Expected {
  const wanted = valuesIn(parts, keys, Dimension.DEPARTMENT);
  return new Map(
    parts.snapshot.departments
      .filter(({ code }) => wanted === null || wanted.includes(code))
      .map(({ code, told }) => [code, told]),
  );
}

function rated(
  parts: TableParts,
  keys: readonly string[],
  cell: StatisticRow['cells'][number],
): StatisticRow['cells'][number] {
  const band = parts.question.perThousandOf;
  if (band === null) return cell;
  const districts = valuesIn(parts, keys, Dimension.DISTRICT);
  return perThousand(cell, peopleOf(parts.residents, band, districts));
}

function notesOf(
  { question, snapshot }: TableParts,
  rows: readonly StatisticRow[],
): StatisticNotes {
  const cells = rows.flatMap((row) => row.cells);
  const inState = (state: StatisticCellState) =>
    cells.filter((cell) => cell.state === state).length;
  const sources = question.measures.map((code) => definitionOf(code).source);
  const remarks = question.countSamples
    ? [
        bilingual(
          '見本の記録を含みます。市の公式の数値ではありません。',
          'Samples count here: this is no figure of the city.',
        ),
      ]
    : [];
  return {
    suppressed: inState(StatisticCellState.SUPPRESSED),
    missing: inState(StatisticCellState.MISSING),
    sources: sources.filter((source, at) => sources.indexOf(source) === at),
    asOf: snapshot.sealedAt,
    policy: policyWords(snapshot.smallestCell),
    remarks,
  };
}
