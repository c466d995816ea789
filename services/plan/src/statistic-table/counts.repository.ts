import type { EntityManager } from '@mikro-orm/postgresql';

import type { CanonicalQuestion } from './canonical-question.js';
import { StatisticDimensionCode as Dimension } from './statistic-codes.js';

/** What one department tells in one line of a table. */
export interface CountRow {
  /** A code for each dimension of the question. */
  readonly keys: readonly string[];
  readonly department: string;
  readonly amount: number;
  readonly seats: number;
  /** How many told how many places they have. */
  readonly seatsTold: number;
}

/** SQL of the array or the single value of a count `c` in each dimension. */
const columns: Readonly<Record<Dimension, { readonly sql: string; readonly isMany: boolean }>> = {
  [Dimension.DEPARTMENT]: { sql: 'c.department', isMany: false },
  [Dimension.DISTRICT]: { sql: 'c.district', isMany: false },
  [Dimension.AGE_BAND]: { sql: 'c.ages', isMany: true },
  [Dimension.CATEGORY]: { sql: 'c.categories', isMany: true },
  [Dimension.SURVEY_CATEGORY]: { sql: 'c.survey', isMany: true },
  [Dimension.MONTH]: { sql: 'c.month', isMany: false },
  [Dimension.FISCAL_YEAR]: {
    sql: `to_char(to_date(c.month, 'YYYY-MM') - interval '3 months', 'YYYY')`,
    isMany: false,
  },
  [Dimension.WEEKDAY]: { sql: 'c.weekday', isMany: false },
  [Dimension.TIME_BAND]: { sql: 'c.band', isMany: false },
  [Dimension.MEASURE]: { sql: 'c.measures', isMany: true },
};

/** SQL of every code under which a count stands in a dimension; what nobody told stands under UNKNOWN. */
const codesOf = (dimension: Dimension): string => {
  const { sql, isMany } = columns[dimension];
  return isMany
    ? `(case when ${sql} = '{}' then array['UNKNOWN'] else ${sql} end)`
    : `array[coalesce(${sql}, 'UNKNOWN')]`;
};

/**
 * SQL of the filters of a question. Of a dimension that the table shows a filter keeps lines, not all lines of what has
 * one of the values.
 */
const keptBy = ({
  dimensions,
  filters,
}: CanonicalQuestion): { readonly sql: string; readonly values: readonly string[] }[] =>
  filters.map(({ dimension, values }) => {
    const wanted = 'select jsonb_array_elements_text(?::jsonb)';
    const at = dimensions.indexOf(dimension);
    return at < 0
      ? { sql: `and ${codesOf(dimension)} && array(${wanted})`, values }
      : { sql: `and k${at} in (${wanted})`, values };
  });

/** Counts what a snapshot holds, by line of a table and by department, in one query. */
export async function countsOf(
  em: EntityManager,
  question: CanonicalQuestion,
  { snapshot, basis }: { snapshot: number; basis: 'OPPORTUNITY' | 'SESSION' },
): Promise<CountRow[]> {
  const { dimensions, fromMonth, toMonth, countSamples } = question;
  const keys = dimensions.map((_, at) => `k${at}`);
  const kept = keptBy(question);
  const rows = await em.execute<(Omit<CountRow, 'keys'> & Record<string, string>)[]>(
    `select ${[...keys, 'c.department'].join(', ')}, sum(amount)::float8 as amount,
       sum(seats)::float8 as seats, sum(seats_told)::float8 as "seatsTold"
     from statistic_count c
     ${dimensions.map((each, at) => `cross join lateral unnest(${codesOf(each)}) k${at}`).join(' ')}
     where c.snapshot = ? and c.basis = ? and (? or not c.sample)
       and (?::text is null or c.month >= ?) and (?::text is null or c.month <= ?)
       ${kept.map(({ sql }) => sql).join(' ')}
     group by ${[...keys, 'c.department'].join(', ')}`,
    [
      snapshot,
      basis,
      countSamples,
      fromMonth,
      fromMonth,
      toMonth,
      toMonth,
      ...kept.map(({ values }) => JSON.stringify(values)),
    ],
  );
  return rows.map((row) => ({
    keys: keys.map((key) => row[key] ?? 'UNKNOWN'),
    department: row.department,
    amount: row.amount,
    seats: row.seats,
    seatsTold: row.seatsTold,
  }));
}

/** The months in which anything of a snapshot counts. */
export async function monthsOf(
  em: EntityManager,
  snapshot: number,
): Promise<{ first: string; last: string } | null> {
  const [row] = await em.execute<[{ first: string | null; last: string | null }]>(
    `select min(month) as first, max(month) as last from statistic_count where snapshot = ?`,
    [snapshot],
  );
  return row.first && row.last ? { first: row.first, last: row.last } : null;
}

/** People of an age in one district, as a snapshot keeps them. */
export interface ResidentRow {
  readonly district: string | null;
  readonly min: number;
  readonly max: number | null;
  readonly count: number;
}

/** The people of a snapshot by district and age, as the register cut the ages. */
export const residentsOf = (em: EntityManager, snapshot: number): Promise<ResidentRow[]> =>
  em.execute<ResidentRow[]>(
    `select district, age_min as min, age_max as max, sum(count)::int as count
     from statistic_resident where snapshot = ? group by 1, 2, 3 order by 1, 2, 3`,
    [snapshot],
  );
