import { createHash } from 'node:crypto';

import type { StatisticDimensionCode, StatisticMeasureCode } from './statistic-codes.js';
import { ageBands } from './statistic-dimensions.js';
import type { MeasureDefinition } from './measure-definition.js';
import { measures } from './statistic-measures.js';
import {
  measureNotTold,
  monthsReversed,
  notToldBy,
  wrongDimensions,
  wrongFilters,
  wrongMeasures,
  wrongMonth,
  wrongPerThousand,
  wrongSmallestCell,
  wrongValues,
} from './statistic.errors.js';
import type { StatisticQuestion } from './statistic-question.input.js';

/** A question of which there is only one way to write it. */
export interface CanonicalQuestion {
  readonly measures: readonly StatisticMeasureCode[];
  readonly dimensions: readonly StatisticDimensionCode[];
  readonly filters: readonly {
    readonly dimension: StatisticDimensionCode;
    readonly values: readonly string[];
  }[];
  readonly fromMonth: string | null;
  readonly toMonth: string | null;
  readonly perThousandOf: string | null;
  /** What the caller asked for, stricter than the city; null where it did not. */
  readonly smallestCell: number | null;
  readonly countSamples: boolean;
}

const most = { measures: 4, dimensions: 3, filters: 5, values: 50 } as const;

/** Writes a question in the one way; throws a refusal of one that cannot be answered, saying what could. */
export function canonicalQuestion(asked: StatisticQuestion): CanonicalQuestion {
  const filters = (asked.filters ?? []).map(({ dimension, values }) => ({
    dimension,
    values: [...new Set(values)].toSorted(),
  }));
  const question: CanonicalQuestion = {
    measures: [...new Set(asked.measures)],
    dimensions: [...new Set(asked.dimensions)],
    filters: filters.toSorted((one, other) => (one.dimension < other.dimension ? -1 : 1)),
    fromMonth: monthOf(asked.fromMonth, 'fromMonth'),
    toMonth: monthOf(asked.toMonth, 'toMonth'),
    perThousandOf: asked.perThousandOf ?? null,
    smallestCell: asked.smallestCell ?? null,
    countSamples: asked.countSamples,
  };
  refuseTooMuch(question);
  refuseWhatNeverFits(question);
  return question;
}

/** The definition of a measure. */
export function definitionOf(code: StatisticMeasureCode): MeasureDefinition {
  const found = measures.find((each) => each.code === code);
  if (found) return found;
  throw measureNotTold(code);
}

/** The id of the table that a question has at a snapshot under definitions; the same question gives the same id. */
export function tableId(
  question: CanonicalQuestion,
  { snapshot, definitions }: { readonly snapshot: string; readonly definitions: string },
): string {
  const written = JSON.stringify([definitions, snapshot, question]);
  return `T${createHash('sha256').update(written).digest('hex').slice(0, 24)}`;
}

function monthOf(written: string | null | undefined, name: 'fromMonth' | 'toMonth'): string | null {
  if (written == null) return null;
  if (/^20\d{2}-(0[1-9]|1[0-2])$/.test(written)) return written;
  throw wrongMonth(name);
}

function refuseTooMuch({ measures, dimensions, filters, ...rest }: CanonicalQuestion): void {
  if (measures.length === 0 || measures.length > most.measures)
    throw wrongMeasures(measures.length, most.measures);
  if (dimensions.length > most.dimensions)
    throw wrongDimensions(dimensions.length, most.dimensions);
  const tooMany = filters.find(({ values }) => values.length > most.values || values.length === 0);
  if (tooMany) throw wrongValues(tooMany.dimension, most.values);
  if (
    filters.length > most.filters ||
    new Set(filters.map((f) => f.dimension)).size < filters.length
  )
    throw wrongFilters(most.filters);
  if (rest.fromMonth !== null && rest.toMonth !== null && rest.fromMonth > rest.toMonth)
    throw monthsReversed();
  if (rest.smallestCell !== null && (rest.smallestCell < 0 || rest.smallestCell > 1_000_000))
    throw wrongSmallestCell();
  if (rest.perThousandOf !== null && !ageBands.some(({ code }) => code === rest.perThousandOf))
    throw wrongPerThousand(ageBands.map(({ code }) => code));
}

function refuseWhatNeverFits({ measures: codes, dimensions, filters }: CanonicalQuestion): void {
  const used = [...dimensions, ...filters.map(({ dimension }) => dimension)];
  for (const code of codes) {
    const definition = definitionOf(code);
    const unfit = used.find((dimension) => !definition.dimensions.includes(dimension));
    if (unfit) throw notToldBy(code, unfit, definition.dimensions);
  }
}
