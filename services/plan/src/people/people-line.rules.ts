import type { CanonicalQuestion } from '../statistic-table/canonical-question.js';
import {
  StatisticDimensionCode as Dimension,
  StatisticMeasureCode as Measure,
} from '../statistic-table/statistic-codes.js';
import {
  closedPeriodsOnly,
  monthsOrYears,
  notInCombination,
  oneValueOnly,
  wholeYears,
} from './people.errors.js';
import { type CubedMeasure, type PeriodKind, partsOf, peopleCubes } from './people-cubes.js';
import { monthsOfYear, yearOf } from './period.rules.js';

/** Where the numbers of a question stand: in one cube, at one period or one for each line. */
export interface CubePlace {
  readonly kind: PeriodKind;
  /** The one period of all lines; null where each line has its own. */
  readonly period: string | null;
  /** Dimensions of the cube, in its order. */
  readonly dimensions: readonly Dimension[];
  /** The value that a filter names, for each dimension that is no axis. */
  readonly fixed: Readonly<Partial<Record<Dimension, string>>>;
}

/** The measures of cubes that a measure is made of. */
export function cubedBehind(measure: Measure): readonly CubedMeasure[] {
  switch (measure) {
    case Measure.APPLICANTS:
    case Measure.PARTICIPANTS:
    case Measure.LOANS:
    case Measure.VISITS:
      return [measure];
    case Measure.ATTENDANCE_RATE:
      return [Measure.PARTICIPANTS, Measure.APPLICANTS];
    default:
      return [];
  }
}

/**
 * Finds the cube whose cells answer a question, one cell for each line. Numbers of people are looked up, never added up
 * anew: a question that fits no cube is refused with those that there are.
 */
export function cubePlace(question: CanonicalQuestion, measure: CubedMeasure): CubePlace {
  const { kind, period } = periodOf(question);
  const axes = question.dimensions.filter((each) => each !== kind);
  const filters = question.filters.filter(
    ({ dimension }) => !question.dimensions.includes(dimension) && dimension !== kind,
  );
  const several = filters.find(({ values }) => values.length > 1);
  if (several) throw oneValueOnly(several.dimension);
  const wanted = new Set([...axes, ...filters.map(({ dimension }) => dimension)]);
  const sets = peopleCubes[measure].cubes[kind].flatMap(partsOf);
  const dimensions = sets.find(
    (set) => set.length === wanted.size && set.every((each) => wanted.has(each)),
  );
  if (!dimensions) throw notInCombination(measure, peopleCubes[measure]);
  const fixed = Object.fromEntries(filters.map(({ dimension, values }) => [dimension, values[0]]));
  return { kind, period, dimensions, fixed };
}

/** The period and the codes of the cell that a line shows. */
export function cellAt(
  { kind, period, dimensions, fixed }: CubePlace,
  codeOf: (dimension: Dimension) => string | undefined,
): { period: string; keys: string } {
  return {
    period: period ?? codeOf(kind) ?? '',
    keys: dimensions.map((each) => codeOf(each) ?? fixed[each] ?? '').join(),
  };
}

function periodOf(question: CanonicalQuestion): { kind: PeriodKind; period: string | null } {
  const { dimensions, fromMonth, toMonth } = question;
  const hasYears = dimensions.includes(Dimension.FISCAL_YEAR);
  if (dimensions.includes(Dimension.MONTH)) {
    if (!hasYears) return { kind: Dimension.MONTH, period: null };
    throw monthsOrYears();
  }
  if (hasYears) {
    const cutsYear = fromMonth?.slice(5) !== '04' || toMonth?.slice(5) !== '03';
    if ((fromMonth ?? toMonth) === null || !cutsYear)
      return { kind: Dimension.FISCAL_YEAR, period: null };
    throw wholeYears();
  }
  const year = question.filters.find(({ dimension }) => dimension === Dimension.FISCAL_YEAR);
  const month = question.filters.find(({ dimension }) => dimension === Dimension.MONTH);
  if (year?.values.length === 1)
    return { kind: Dimension.FISCAL_YEAR, period: year.values[0] ?? '' };
  if (month?.values.length === 1) return { kind: Dimension.MONTH, period: month.values[0] ?? '' };
  if (fromMonth && fromMonth === toMonth) return { kind: Dimension.MONTH, period: fromMonth };
  if (fromMonth && monthsOfYear(yearOf(fromMonth)).join() === monthsFrom(fromMonth, toMonth).join())
    return { kind: Dimension.FISCAL_YEAR, period: yearOf(fromMonth) };
  throw closedPeriodsOnly();
}

const monthsFrom = (from: string, to: string | null): string[] =>
  monthsOfYear(yearOf(from)).filter((month) => month >= from && (to === null || month <= to));
