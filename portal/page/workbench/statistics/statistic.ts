import statistics from '../../../../schema/document/statistics.graphql';
import type { StatisticQuestion, StatisticsQuery } from '../../../src/generated/public-graph.js';
import { type Answer, askGraph } from '../ask/ask-graph.js';
import type { Desk } from '../desk.js';
import type { AnswerTable, TableCell, TableColumn } from '../table/answer-table.js';
import { type Definitions, textIn, valueName } from './definitions.js';

/** A table of the planning desk. */
export type Statistic = NonNullable<StatisticsQuery['statistics']>;
type Row = NonNullable<NonNullable<Statistic['rows']>[number]>;
type Cell = NonNullable<NonNullable<Row['cells']>[number]>;

/** A question for a table, and whether the answer is to say how it came about. */
export interface AskedStatistic {
  readonly question: StatisticQuestion;
  readonly withPlan: boolean;
}

/** Asks for the table of a question; how it came about only the departments' graph tells. Throws where the gateway is silent. */
export const askStatistic = (
  { question, withPlan }: AskedStatistic,
  signal: AbortSignal,
): Promise<Answer<StatisticsQuery>> =>
  askGraph(
    {
      query: statistics,
      variables: { question },
      graph: withPlan ? 'department' : 'public',
      withPlan,
    },
    signal,
  );

/** A table of the planning desk as the page shows it: a column for each axis, then one for each measure. */
export function statisticTable(
  statistic: Statistic,
  definitions: Definitions,
  desk: Desk,
): AnswerTable {
  const { words, address } = desk;
  const axes = statistic.axes ?? [];
  const labels = axes.map(
    ({ values }) =>
      new Map((values ?? []).map(({ code, label }) => [code, textIn(label, address.language)])),
  );
  return {
    title: textIn(statistic.question?.text ?? null, address.language) || words.result,
    columns: [
      ...axes.map(({ code, label }): TableColumn => ({
        key: code ?? '',
        label: textIn(label, address.language),
        kind: 'text',
      })),
      ...(statistic.question?.measures ?? []).map((code) =>
        measureColumn(code, { statistic, definitions }, desk),
      ),
    ],
    rows: (statistic.rows ?? []).map(({ keys, cells }) =>
      (keys ?? [])
        .map((key, place): TableCell => ({ value: labels[place]?.get(key) ?? key }))
        .concat((cells ?? []).map((cell) => cellOf(cell, definitions, desk))),
    ),
  };
}

interface Parts {
  readonly statistic: Statistic;
  readonly definitions: Definitions;
}

function measureColumn(
  code: string,
  { statistic, definitions }: Parts,
  { words, address: { language } }: Desk,
): TableColumn {
  const measure = definitions.measures.find((each) => each.code === code);
  const unit = textIn(measure?.unit ?? null, language);
  const band = statistic.question?.perThousandOf;
  const group = band ? valueName(definitions, ['AGE_BAND', band], language) : '';
  return {
    key: code,
    label: textIn(measure?.label ?? null, language) || code,
    kind: 'number',
    unit: band ? words.perThousandUnit(unit, group) : unit,
  };
}

function cellOf(
  { value, state, told, expected, missing }: Cell,
  definitions: Definitions,
  { words, address: { language } }: Desk,
): TableCell {
  const isPartly = told !== null && expected !== null && told < expected;
  const names = (missing ?? [])
    .flatMap((department) => department?.code ?? [])
    .map((code) => valueName(definitions, ['DEPARTMENT', code], language));
  // Of a line about one department the mark alone says that this one told nothing.
  const parts =
    isPartly && expected > 1
      ? [words.partly(told, expected), names.length > 0 && words.withoutThese(names.join('・'))]
      : [];
  const remark = parts.filter(Boolean).join('、');
  return {
    value: state === 'SHOWN' ? value : null,
    // Whatever is no number that may be shown is not told: never a zero.
    ...(state === 'SUPPRESSED' && { mark: 'SUPPRESSED' as const }),
    ...(state !== 'SUPPRESSED' &&
      (state !== 'SHOWN' || value === null) && { mark: 'MISSING' as const }),
    ...(remark && { remark }),
  };
}

/** Whether no cell holds a number other than zero: then a city has no facts for it yet. */
export const isEmpty = ({ rows }: Statistic): boolean =>
  (rows ?? []).every(({ cells }) =>
    (cells ?? []).every(({ state, value }) => state === 'MISSING' || (state === 'SHOWN' && !value)),
  );
