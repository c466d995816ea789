import { addMonths } from '@manabi/kit/japan-time';
import { bilingual } from '@manabi/kit/value/local-text';
import { invariant } from '@manabi/kit/problem';

import type { Snapshot } from '../snapshot/snapshot.entity.js';
import type { CanonicalQuestion } from './canonical-question.js';
import { StatisticDimensionCode as Dimension } from './statistic-codes.js';
import {
  type DimensionValue,
  dimensions,
  dimensionsIn,
  unknownValue,
} from './statistic-dimensions.js';
import { tooManyLines } from './statistic.errors.js';

/** One axis of a table. */
export interface Axis {
  readonly code: Dimension;
  readonly label: { readonly ja: string };
  readonly values: readonly DimensionValue[];
}

/** First and last month. */
export interface Months {
  readonly first: string;
  readonly last: string;
}

/** Months that a table shows at most: twenty years. */
const mostMonths = 240;

/** Lines that a table has at most. */
const mostLines = 5_000;

/** The fiscal year (from April) in which a month lies. */
export const fiscalYearOf = (month: string): string => addMonths(month, -3).slice(0, 4);

/** Every value that a dimension has in a snapshot, in its order and in the words of a version of the definitions. */
export function valuesOf(
  code: Dimension,
  { departments, labels }: Pick<Snapshot, 'departments' | 'labels'>,
  { months, definitions }: { months: Months | null; definitions: string },
): readonly DimensionValue[] {
  const known = dimensionsIn(definitions).find((each) => each.code === code);
  invariant(known, `no dimension ${code}`);
  switch (code) {
    case Dimension.DEPARTMENT: {
      const heard = departments.map((each) => each.code);
      const named = known.values.filter((value) => heard.includes(value.code));
      const others = heard.filter((each) => !named.some((value) => value.code === each));
      return [...named, ...others.map((each) => ({ code: each, label: bilingual(each, each) }))];
    }
    case Dimension.DISTRICT:
      return labels.districts;
    case Dimension.MEASURE:
      return labels.measures;
    case Dimension.MONTH:
      return months ? everyMonth(months).map(monthValue) : [];
    case Dimension.FISCAL_YEAR:
      return months ? [...new Set(everyMonth(months).map(fiscalYearOf))].map(yearValue) : [];
    default:
      return known.values;
  }
}

/**
 * The axes of a table: every value of each dimension, whether or not anything stands there, and UNKNOWN where something
 * does. Refuses a table that is too long to read.
 */
export function axesOf(
  question: CanonicalQuestion,
  snapshot: Snapshot,
  {
    months,
    found,
    definitions,
  }: { months: Months | null; found: readonly (readonly string[])[]; definitions: string },
): Axis[] {
  const shown = shownMonths(question, months);
  const axes = question.dimensions.map((code, at) => {
    const wanted = question.filters.find(({ dimension }) => dimension === code)?.values;
    const all = [...valuesOf(code, snapshot, { months: shown, definitions }), unknownValue];
    const isFound = new Set(found.map((keys) => keys[at]));
    const values = all.filter((value) =>
      wanted ? wanted.includes(value.code) : value !== unknownValue || isFound.has(value.code),
    );
    const label = dimensions.find((each) => each.code === code)?.label ?? unknownValue.label;
    return { code, label, values };
  });
  const lines = axes.reduce((product, { values }) => product * values.length, 1);
  if (lines > mostLines) throw tooManyLines(lines, mostLines);
  return axes;
}

/** The months that the question names, else those in which anything counts. */
function shownMonths(
  { fromMonth, toMonth }: CanonicalQuestion,
  months: Months | null,
): Months | null {
  const first = fromMonth ?? months?.first ?? toMonth;
  const last = toMonth ?? months?.last ?? fromMonth;
  if (!first || !last || first > last) return null;
  return {
    first,
    last: last < addMonths(first, mostMonths - 1) ? last : addMonths(first, mostMonths - 1),
  };
}

function everyMonth({ first, last }: Months): string[] {
  const months: string[] = [];
  for (let month = first; month <= last; month = addMonths(month, 1)) months.push(month);
  return months;
}

function monthValue(code: string): DimensionValue {
  const [year = '', month = ''] = code.split('-');
  return { code, label: bilingual(`${year}年${Number(month)}月`, code) };
}

const yearValue = (code: string): DimensionValue => ({
  code,
  label: bilingual(`${code}年度`, `Fiscal year ${code}`),
});
