import { bilingual } from '@manabi/kit/value/local-text';

import {
  StatisticDimensionCode as Dimension,
  type StatisticMeasureCode,
} from '../statistic-table/statistic-codes.js';
import { dimensions } from '../statistic-table/statistic-dimensions.js';
import { measures } from '../statistic-table/statistic-measures.js';
import { StatisticRefusalCode as Code } from '../statistic-table/statistic-refusal.entity.js';
import { StatisticRefused } from '../statistic-table/statistic.errors.js';
import type { PeopleCubes } from './people-cubes.js';

const refused = (code: Code, ja: string, en: string): StatisticRefused =>
  new StatisticRefused({ code, text: bilingual(ja, en) });

const axis = (code: Dimension): string =>
  dimensions.find((each) => each.code === code)?.label.ja ?? code;

/** Months and years cannot both divide people. */
export const monthsOrYears = (): StatisticRefused =>
  refused(
    Code.PEOPLE_PERIOD,
    '人数は、月別か年度別のどちらかで集計します。片方を外してください。',
    'People are told by MONTH or by FISCAL_YEAR. Leave one of them out.',
  );

/** A fiscal year is told whole. */
export const wholeYears = (): StatisticRefused =>
  refused(
    Code.PEOPLE_PERIOD,
    '年度別の人数は、年度の全体で集計します。4月から翌年3月までとするか、月の指定を外してください。',
    'People of a fiscal year are told for the whole year: from an April to a March, or without months.',
  );

/** People are told by closed periods only. */
export const closedPeriodsOnly = (): StatisticRefused =>
  refused(
    Code.PEOPLE_PERIOD,
    '人数は、終わった期間ごとに集計します。月または年度を分類軸にするか、1か月、または4月から翌年3月までの1年度を指定してください。',
    'People are told by periods that are over: make MONTH or FISCAL_YEAR a dimension, or name one month, or one fiscal year from April to March.',
  );

/** Numbers of people are looked up, never added up. */
export const oneValueOnly = (dimension: Dimension): StatisticRefused =>
  refused(
    Code.PEOPLE_VALUES,
    `人数は新たに足し合わせません。「${axis(dimension)}」の値を1つだけ選ぶか、分類軸にしてください。`,
    `Numbers of people are not added up anew: name one value of ${dimension}, or make it a dimension of the table.`,
  );

/** No cube tells people in this combination: these do. */
export function notInCombination(
  code: StatisticMeasureCode,
  { cubes }: PeopleCubes,
): StatisticRefused {
  const kinds = [Dimension.MONTH, Dimension.FISCAL_YEAR] as const;
  const sets = (name: (dimension: Dimension) => string): string[] =>
    kinds.flatMap((kind) => cubes[kind].map((set) => [kind, ...set].map(name).join(' × ')));
  const label = measures.find((each) => each.code === code)?.label.ja ?? code;
  return refused(
    Code.PEOPLE_COMBINATION,
    `「${label}」はこの組合せでは集計していません。できるのは、${sets(axis).join('；')}と、それぞれの一部（期間は必要）です。`,
    `${code} is not told in this combination. It is told by ${sets((each) => each).join('; ')}, and by any part of these with its period.`,
  );
}
