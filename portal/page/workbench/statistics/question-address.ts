import type {
  StatisticDimensionCode,
  StatisticMeasureCode,
  StatisticQuestion,
} from '../../../src/generated/public-graph.js';

/** Measures and dimensions in one question at most. */
export const most = { measures: 4, dimensions: 3 } as const;

/** A question of the builder: the graph's, with nothing left out. */
export interface BuilderQuestion {
  readonly measures: readonly StatisticMeasureCode[];
  readonly dimensions: readonly StatisticDimensionCode[];
  readonly filters: ReadonlyMap<StatisticDimensionCode, readonly string[]>;
  /** Empty where any month counts. */
  readonly fromMonth: string;
  readonly toMonth: string;
  /** An age band; empty for plain numbers. */
  readonly perThousandOf: string;
  /** A sealed snapshot; empty for today's. */
  readonly snapshot: string;
  readonly smallestCell: number | undefined;
  readonly countSamples: boolean;
  /** Whether the answer is to say how it came about; the table is the same either way. */
  readonly withPlan: boolean;
}

/** Reads the question that an address says. What no question can hold is left out; the graph judges the rest. */
export function questionOf(said: URLSearchParams): BuilderQuestion {
  const least = Number(said.get('least') ?? '');
  return {
    // Codes that the graph does not know are refused by it, in words.
    measures: codesIn(said, 'count').slice(0, most.measures) as StatisticMeasureCode[],
    dimensions: codesIn(said, 'by').slice(0, most.dimensions) as StatisticDimensionCode[],
    filters: filtersIn(said),
    fromMonth: monthIn(said, 'from'),
    toMonth: monthIn(said, 'to'),
    perThousandOf: (said.get('per') ?? '').slice(0, 20),
    snapshot: (said.get('snapshot') ?? '').slice(0, 80),
    smallestCell: Number.isInteger(least) && least > 0 ? least : undefined,
    countSamples: said.get('samples') === 'on',
    withPlan: said.get('plan') === 'on',
  };
}

/** The address that says a question. */
export function saidQuestion(question: BuilderQuestion): URLSearchParams {
  const said = new URLSearchParams();
  for (const measure of question.measures) said.append('count', measure);
  for (const dimension of question.dimensions) said.append('by', dimension);
  for (const [dimension, values] of question.filters)
    for (const value of values) said.append('only', `${dimension}:${value}`);
  if (question.fromMonth) said.set('from', question.fromMonth);
  if (question.toMonth) said.set('to', question.toMonth);
  if (question.perThousandOf) said.set('per', question.perThousandOf);
  if (question.snapshot) said.set('snapshot', question.snapshot);
  if (question.smallestCell !== undefined) said.set('least', String(question.smallestCell));
  if (question.countSamples) said.set('samples', 'on');
  if (question.withPlan) said.set('plan', 'on');
  return said;
}

/** The question in the words of the graph; nothing where nothing is counted. */
export function asked(question: BuilderQuestion): StatisticQuestion | undefined {
  if (question.measures.length === 0) return undefined;
  const { measures, dimensions, filters, fromMonth, toMonth, perThousandOf, snapshot } = question;
  return {
    measures,
    dimensions,
    filters: [...filters].map(([dimension, values]) => ({ dimension, values })),
    ...(fromMonth && { fromMonth }),
    ...(toMonth && { toMonth }),
    ...(perThousandOf && { perThousandOf }),
    ...(snapshot && { snapshot }),
    ...(question.smallestCell !== undefined && { smallestCell: question.smallestCell }),
    countSamples: question.countSamples,
  };
}

/** A list with a code put in, or taken out where it was in. */
export const toggled = <Code>(codes: readonly Code[], code: Code): readonly Code[] =>
  codes.includes(code) ? codes.filter((each) => each !== code) : [...codes, code];

const codesIn = (said: URLSearchParams, name: string): string[] =>
  [...new Set(said.getAll(name))].filter((code) => /^[A-Z_]{1,40}$/.test(code));

function monthIn(said: URLSearchParams, name: string): string {
  const month = said.get(name) ?? '';
  return /^\d{4}-\d{2}$/.test(month) ? month : '';
}

function filtersIn(said: URLSearchParams): BuilderQuestion['filters'] {
  const pairs = said.getAll('only').flatMap((text) => {
    const [, dimension, value] = /^([A-Z_]{1,40}):(.{1,80})$/.exec(text) ?? [];
    return dimension && value ? [{ dimension, value }] : [];
  });
  const filters = Map.groupBy(pairs, ({ dimension }) => dimension);
  return new Map(
    [...filters].map(([dimension, found]) => [
      // As with the other codes, the graph judges.
      dimension as StatisticDimensionCode,
      [...new Set(found.map(({ value }) => value))],
    ]),
  );
}
