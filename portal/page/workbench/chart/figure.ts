import type { TableCell } from '../table/answer-table.js';

/** What a chart draws: a row of cells for each series, a cell for each category. */
export interface Figure {
  readonly title: string;
  readonly unit?: string;
  readonly categories: readonly string[];
  readonly series: readonly FigureSeries[];
}

/** One line, or one bar in each group. */
export interface FigureSeries {
  readonly name: string;
  readonly cells: readonly TableCell[];
}

/** A number with where it stands. */
export interface FigurePoint {
  readonly name: string;
  readonly value: number;
}

/** Every number of a figure with its name. */
export function pointsOf({ categories, series }: Figure): FigurePoint[] {
  return series.flatMap(({ name, cells }) =>
    cells.flatMap(({ value, mark }, place) =>
      typeof value === 'number' && !mark
        ? [
            {
              name: [categories[place], series.length > 1 && name].filter(Boolean).join(' '),
              value,
            },
          ]
        : [],
    ),
  );
}

/** Series that a chart can tell apart at most. */
export const seriesAtMost = 6;

/** The series that say most, where there are more than can be told apart; their order stays. */
export function largestSeries({ series }: Figure): readonly FigureSeries[] {
  const sums = series.map(({ cells }) =>
    cells.reduce((sum, { value }) => sum + (typeof value === 'number' ? value : 0), 0),
  );
  const least = sums.toSorted((one, other) => other - one)[seriesAtMost - 1] ?? 0;
  return series.filter((_, place) => (sums[place] ?? 0) >= least).slice(0, seriesAtMost);
}
