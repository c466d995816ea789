import type { Figure } from '../chart/figure.js';
import type { AnswerTable, TableCell } from '../table/answer-table.js';
import type { Statistic } from './statistic.js';

/** Kinds of charts. */
export const chartKinds = ['none', 'bar', 'line', 'heat'] as const;

/** A kind of chart. */
export type ChartKind = (typeof chartKinds)[number];

const ofTime: ReadonlySet<string> = new Set(['MONTH', 'FISCAL_YEAR']);

/** The chart that shows a table best: lines over time, a heat map where two axes cross, else bars. */
export function bestChart({ axes }: Pick<Statistic, 'axes'>): ChartKind {
  const codes = (axes ?? []).map(({ code }) => code ?? '');
  if (codes.length === 0) return 'none';
  if (codes.some((code) => ofTime.has(code))) return 'line';
  return codes.length > 1 ? 'heat' : 'bar';
}

/** The axis that makes the rows of a chart: time for lines, else districts, else the first. */
function mainAxis(keys: readonly string[], kind: ChartKind): number {
  const wanted = (key: string) => (kind === 'line' ? ofTime.has(key) : key === 'DISTRICT');
  return Math.max(0, keys.findIndex(wanted));
}

/** A table as charts: one for each unit, since people and per cent have no common scale. */
export function figuresOf(table: AnswerTable, kind: ChartKind): Figure[] {
  const measures = table.columns.filter((column) => column.kind === 'number');
  const units = [...new Set(measures.map(({ unit }) => unit))];
  if (units.length < 2) return [figureOf(table, kind)];
  return units.map((unit) => {
    const isDrawn = table.columns.map((column) => column.kind === 'text' || column.unit === unit);
    const drawn = <Item>(items: readonly Item[]) => items.filter((_, place) => isDrawn[place]);
    const labels = measures.filter((each) => each.unit === unit).map(({ label }) => label);
    return figureOf(
      {
        title: `${labels.join('・')}｜${table.title}`,
        columns: drawn(table.columns),
        rows: table.rows.map(drawn),
      },
      kind,
    );
  });
}

/** A table as a chart: one axis makes the categories; the others and the measures together make the series. */
export function figureOf(table: AnswerTable, kind: ChartKind): Figure {
  const axes = table.columns.filter((column) => column.kind === 'text');
  const measures = table.columns.filter((column) => column.kind === 'number');
  const main = mainAxis(
    axes.map(({ key }) => key),
    kind,
  );
  const text = (row: readonly TableCell[], place: number) => String(row[place]?.value ?? '');
  const categories = [...new Set(table.rows.map((row) => text(row, main)))];
  const series = new Map<string, Map<string, TableCell>>();
  for (const row of table.rows) {
    const others = axes.flatMap((_, place) => (place === main ? [] : [text(row, place)]));
    for (const [place, { label }] of measures.entries()) {
      const parts = measures.length > 1 || others.length === 0 ? [...others, label] : others;
      const name = parts.join(' ');
      const cells = series.get(name) ?? new Map<string, TableCell>();
      const cell = row[axes.length + place];
      if (cell) cells.set(text(row, main), cell);
      series.set(name, cells);
    }
  }
  const units = [...new Set(measures.flatMap(({ unit }) => unit ?? []))];
  return {
    title: table.title,
    unit: units.join('・'),
    categories,
    series: [...series].map(([name, cells]) => ({
      name,
      cells: categories.map((category) => cells.get(category) ?? { value: null, mark: 'MISSING' }),
    })),
  };
}
