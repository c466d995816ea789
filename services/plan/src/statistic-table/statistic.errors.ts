import { type LocalText, bilingual } from '@manabi/kit/value/local-text';

import type { StatisticDimensionCode, StatisticMeasureCode } from './statistic-codes.js';
import { dimensions } from './statistic-dimensions.js';
import { measures } from './statistic-measures.js';
import { type StatisticRefusal, StatisticRefusalCode as Code } from './statistic-refusal.entity.js';

/** A question that has no table, with the reason for who asked. */
export class StatisticRefused extends Error {
  override readonly name = 'StatisticRefused';

  constructor(readonly refusal: StatisticRefusal) {
    super(refusal.text.ja);
  }
}

const refused = (code: Code, ja: string, en: string): StatisticRefused =>
  new StatisticRefused({ code, text: bilingual(ja, en) });

const labelIn = (
  list: readonly { readonly code: string; readonly label: LocalText }[],
  code: string,
) => list.find((each) => each.code === code)?.label.ja ?? code;

const axis = (code: StatisticDimensionCode): string => labelIn(dimensions, code);
const measure = (code: StatisticMeasureCode): string => labelIn(measures, code);

/** A table has one measure at least and so many at most. */
export const wrongMeasures = (asked: number, most: number): StatisticRefused =>
  refused(
    Code.MEASURES,
    `集計項目は1つから${most}つまで選べます（いまは${asked}個です）。`,
    `A table has one to ${most} measures; ${asked} were asked.`,
  );

/** A table has so many dimensions at most. */
export const wrongDimensions = (asked: number, most: number): StatisticRefused =>
  refused(
    Code.DIMENSIONS,
    `分類軸は${most}つまで選べます（いまは${asked}個です）。`,
    `A table has at most ${most} dimensions; ${asked} were asked.`,
  );

/** A filter names one value at least and so many at most. */
export const wrongValues = (dimension: StatisticDimensionCode, most: number): StatisticRefused =>
  refused(
    Code.FILTERS,
    `絞り込みの値は1つから${most}個までです。「${axis(dimension)}」を直してください。`,
    `A filter names one to ${most} values; mend ${dimension}.`,
  );

/** There is one filter for each dimension, and so many at most. */
export const wrongFilters = (most: number): StatisticRefused =>
  refused(
    Code.FILTERS,
    `絞り込みは分類軸ごとに1つ、あわせて${most}つまでです。`,
    `At most ${most} filters, one for each dimension.`,
  );

/** What was written is no month. */
export const wrongMonth = (name: 'fromMonth' | 'toMonth'): StatisticRefused =>
  refused(
    Code.PERIOD,
    `${name === 'fromMonth' ? '開始月' : '終了月'}は「2026-04」のように書いてください。`,
    `"${name}" is no month. Write it as 2026-04.`,
  );

/** The first month lies after the last. */
export const monthsReversed = (): StatisticRefused =>
  refused(
    Code.PERIOD,
    '開始月が終了月より後です。入れ替えてください。',
    '"fromMonth" lies after "toMonth". Turn them round.',
  );

/** The smallest cell is no number of people. */
export const wrongSmallestCell = (): StatisticRefused =>
  refused(
    Code.SMALLEST_CELL,
    '秘匿の閾値は0から1,000,000までの人数です。',
    '"smallestCell" is a number of people from 0 to 1,000,000.',
  );

/** There is no such age band. */
export const wrongPerThousand = (bands: readonly string[]): StatisticRefused =>
  refused(
    Code.PER_THOUSAND,
    `人口千人当たりの年齢階級は、${bands.join('、')}のどれかです。`,
    `"perThousandOf" is one of ${bands.join(', ')}.`,
  );

/** Nothing is told of the measure. */
export const measureNotTold = (code: StatisticMeasureCode): StatisticRefused =>
  refused(
    Code.NOT_TOLD_SO,
    `「${measure(code)}」はまだ集計していません。${measures.map(({ label }) => label.ja).join('、')}から選んでください。`,
    `Nothing is told of ${code} yet. Ask for one of ${measures.map((each) => each.code).join(', ')}.`,
  );

/** The measure is not told by a dimension, but by others. */
export const notToldBy = (
  code: StatisticMeasureCode,
  dimension: StatisticDimensionCode,
  told: readonly StatisticDimensionCode[],
): StatisticRefused =>
  refused(
    Code.NOT_TOLD_SO,
    `「${measure(code)}」は「${axis(dimension)}」別には集計していません。使える分類軸は、${told.map(axis).join('、')}です。`,
    `${code} is not told by ${dimension}. It is told by ${told.join(', ')}.`,
  );

/** The table would be too long to read. */
export const tooManyLines = (lines: number, most: number): StatisticRefused =>
  refused(
    Code.LINES,
    `この表は${lines}行になります。${most}行までですので、分類軸を減らすか、絞り込んでください。`,
    `The table would have ${lines} lines; ${most} are the most. Leave a dimension out, or filter one.`,
  );
