// A table: the measures that count people, and what each of them means.
import { bilingual } from '@manabi/kit/value/local-text';

import { peopleCubes } from '../people/people-cubes.js';
import type { MeasureDefinition } from './measure-definition.js';
import {
  StatisticDimensionCode as Dimension,
  StatisticMeasureCode as Measure,
} from './statistic-codes.js';

/** Every dimension in which some cube tells a measure, and its period. */
const dimensionsOf = (measure: keyof typeof peopleCubes): Dimension[] => {
  const { cubes } = peopleCubes[measure];
  const used = new Set<Dimension>(Object.values(cubes).flat(2));
  return [...used, Dimension.MONTH, Dimension.FISCAL_YEAR];
};

const reports = bilingual(
  '各部署が月ごとに報告した数（月次実績報告）',
  'What departments report each month',
);

const ofTheMonth = bilingual('報告の月', 'The month that is reported');

const people = bilingual('人', 'people');

/** Measures of people, in the order in which they are offered. */
export const peopleMeasures: readonly MeasureDefinition[] = [
  {
    code: Measure.APPLICANTS,
    label: bilingual('申込者数', 'Applicants'),
    definition: bilingual(
      '終わった月に始まった学習機会について、参加が決まった人と待機した人の延べ数。人数を知らせない学習機会は加えない。二つの分野に当たるものは両方に数える。',
      'People with a place and people who wait, of opportunities that began in a month that is over. One that tells no numbers adds nothing; what has two categories counts in both.',
    ),
    unit: people,
    counted: bilingual('申込み（延べ人数）', 'Applications; one person may apply more than once'),
    dateBasis: bilingual(
      '最初の開催日（日本時間）',
      'The day on which it first takes place, in Japan',
    ),
    source: bilingual(
      '各部署のシステムが公開する講座・催しの記録',
      "What the departments' systems tell of their opportunities",
    ),
    countsPeople: true,
    dimensions: dimensionsOf(Measure.APPLICANTS),
  },
  {
    code: Measure.PARTICIPANTS,
    label: bilingual('参加者数', 'Participants'),
    definition: bilingual(
      '講座・教室・催しに実際に来た人の延べ数として、部署が月ごとに報告した数。',
      'People who came to courses, classes and events, as departments report them each month.',
    ),
    unit: people,
    counted: bilingual('参加（延べ人数）', 'Attendances; one person may come more than once'),
    dateBasis: ofTheMonth,
    source: reports,
    countsPeople: true,
    dimensions: dimensionsOf(Measure.PARTICIPANTS),
  },
  {
    code: Measure.ATTENDANCE_RATE,
    label: bilingual('出席率', 'Attendance rate'),
    definition: bilingual(
      '参加者数を申込者数で割った百分率。どちらかが秘匿または報告なしなら示さない。当日参加があれば100を超える。',
      'Participants in per cent of applicants; not told where either is held back or missing. It exceeds 100 where people come without applying.',
    ),
    unit: bilingual('％', 'per cent'),
    counted: bilingual('参加者数と申込者数', 'Participants and applicants'),
    dateBasis: bilingual('申込者数と参加者数に同じ', 'As for applicants and participants'),
    source: bilingual(
      '月次実績報告と、各部署のシステムが公開する記録',
      "Monthly reports and what the departments' systems tell",
    ),
    countsPeople: true,
    dimensions: [Dimension.DEPARTMENT, Dimension.DISTRICT, Dimension.MONTH, Dimension.FISCAL_YEAR],
  },
  {
    code: Measure.LOANS,
    label: bilingual('貸出点数', 'Loans'),
    definition: bilingual(
      '図書館が貸し出した資料の点数。一人が何点も借りるため、秘匿の閾値は人数の5倍。',
      'Items that libraries lent. One person borrows several, so that five times as many are held back as of people.',
    ),
    unit: bilingual('点', 'items'),
    counted: bilingual('貸出し', 'Loans'),
    dateBasis: ofTheMonth,
    source: reports,
    countsPeople: true,
    dimensions: dimensionsOf(Measure.LOANS),
  },
  {
    code: Measure.VISITS,
    label: bilingual('来館者数', 'Visits'),
    definition: bilingual(
      '施設に来た人の延べ数。一人が何度も来るため、秘匿の閾値は人数の2倍。',
      'Visits to facilities. One person comes more than once, so that twice as many are held back as of people.',
    ),
    unit: people,
    counted: bilingual('来館（延べ人数）', 'Visits; one person may come more than once'),
    dateBasis: ofTheMonth,
    source: reports,
    countsPeople: true,
    dimensions: dimensionsOf(Measure.VISITS),
  },
];
