// A table: in which cubes people are told, and who tells them.
import {
  StatisticDimensionCode as Dimension,
  StatisticMeasureCode as Measure,
} from '../statistic-table/statistic-codes.js';

/** The stretch of time of a cube: people are told by periods that are over. */
export type PeriodKind = Dimension.MONTH | Dimension.FISCAL_YEAR;

/** What is told of one measure of people. */
export interface PeopleCubes {
  /** Sets of dimensions beside the period; every part of a set is told too. */
  readonly cubes: Readonly<Record<PeriodKind, readonly (readonly Dimension[])[]>>;
  /** Who has to tell it; a silent one makes it incomplete. */
  readonly departments: readonly string[];
  /**
   * How many acts one person is taken to do: one borrows several books and comes several times, and few people are to
   * be held back, not few acts.
   */
  readonly acts: number;
}

/** Measures that are kept in cubes; rates are made of two of them. */
export type CubedMeasure =
  | Measure.APPLICANTS
  | Measure.PARTICIPANTS
  | Measure.LOANS
  | Measure.VISITS;

const { DEPARTMENT, DISTRICT, AGE_BAND, CATEGORY, SURVEY_CATEGORY, MEASURE } = Dimension;

const reported: PeopleCubes['cubes'] = {
  [Dimension.MONTH]: [[DEPARTMENT, AGE_BAND], [DISTRICT]],
  [Dimension.FISCAL_YEAR]: [
    [DEPARTMENT, AGE_BAND],
    [DISTRICT, AGE_BAND],
  ],
};

/** The cubes of every measure of people. */
export const peopleCubes: Readonly<Record<CubedMeasure, PeopleCubes>> = {
  [Measure.APPLICANTS]: {
    cubes: {
      [Dimension.MONTH]: [[DEPARTMENT], [CATEGORY]],
      [Dimension.FISCAL_YEAR]: [[DEPARTMENT, CATEGORY], [DISTRICT], [SURVEY_CATEGORY], [MEASURE]],
    },
    departments: ['library', 'kominkan', 'sports', 'welfare', 'center'],
    acts: 1,
  },
  [Measure.PARTICIPANTS]: {
    cubes: reported,
    departments: ['library', 'kominkan', 'sports', 'welfare', 'center'],
    acts: 1,
  },
  [Measure.LOANS]: { cubes: reported, departments: ['library'], acts: 5 },
  [Measure.VISITS]: {
    cubes: reported,
    departments: ['library', 'kominkan', 'sports', 'welfare'],
    acts: 2,
  },
};

/** Measures of people in the order in which they are sealed. */
export const cubedMeasures: readonly CubedMeasure[] = [
  Measure.APPLICANTS,
  Measure.PARTICIPANTS,
  Measure.LOANS,
  Measure.VISITS,
];

/** Dimensions in which everybody stands under one value, so that the parts add up to the whole. */
export const partitions: ReadonlySet<Dimension> = new Set([DEPARTMENT, DISTRICT, AGE_BAND]);

/** Every part of a set of dimensions, the empty one and the set itself included. */
export function partsOf(set: readonly Dimension[]): Dimension[][] {
  const parts: Dimension[][] = [[]];
  for (const each of set) for (const part of parts.slice()) parts.push(part.concat(each));
  return parts;
}
