// A table: the closed measures, and what each of them means.
import { bilingual } from '@manabi/kit/value/local-text';

import type { MeasureDefinition } from './measure-definition.js';
import { peopleMeasures } from './people-measures.js';
import {
  StatisticDimensionCode as Dimension,
  StatisticMeasureCode as Measure,
} from './statistic-codes.js';

/** Says which definitions made a table; it grows whenever one of them, or how a table is made, changes. */
export const definitionsVersion = '2026-11-4';

/** Versions that told values by their codes, and as a zero what no department had to tell. */
export const firstVersions: ReadonlySet<string> = new Set(['2026-11-1', '2026-11-2', '2026-11-3']);

const { DEPARTMENT, DISTRICT, AGE_BAND, CATEGORY, SURVEY_CATEGORY } = Dimension;
const { MONTH, FISCAL_YEAR, WEEKDAY, TIME_BAND, MEASURE } = Dimension;

const everything = [
  DEPARTMENT,
  DISTRICT,
  AGE_BAND,
  CATEGORY,
  SURVEY_CATEGORY,
  MONTH,
  FISCAL_YEAR,
  WEEKDAY,
  TIME_BAND,
  MEASURE,
];

const feeds = bilingual(
  '各部署のシステムが公開する講座・催しの記録',
  "What the departments' systems tell of their opportunities",
);

const firstDay = bilingual(
  '最初の開催日（日本時間）',
  'The day on which it first takes place, in Japan',
);

const things = { countsPeople: false, dimensions: everything, source: feeds } as const;

const opportunities: MeasureDefinition = {
  ...things,
  code: Measure.OPPORTUNITIES,
  label: bilingual('学習機会数', 'Learning opportunities'),
  definition: bilingual(
    '講座・教室・催しなどの数。中止・掲載終了のものは数えない。一つの軸で二つの値に当たるものは両方に数えるため、行の和は合計と一致しないことがある。',
    'Courses, classes and events. What was cancelled or withdrawn does not count. What has two values of one dimension counts in both, so that lines need not add up to the whole.',
  ),
  unit: bilingual('件', 'opportunities'),
  counted: bilingual('学習機会', 'Opportunities, each once'),
  dateBasis: firstDay,
};

const sessions: MeasureDefinition = {
  ...things,
  code: Measure.SESSIONS,
  label: bilingual('開催回数', 'Sessions'),
  definition: bilingual(
    '学習機会が開かれる回数。回を分けて知らせない学習機会は1回と数える。',
    'Times at which opportunities take place; one that does not tell them apart counts once.',
  ),
  unit: bilingual('回', 'sessions'),
  counted: bilingual('開催', 'Times, each once'),
  dateBasis: bilingual('各回の開始日（日本時間）', 'The day on which each begins, in Japan'),
};

const seats: MeasureDefinition = {
  ...things,
  code: Measure.SEATS,
  label: bilingual('定員', 'Places'),
  definition: bilingual(
    '学習機会の定員の合計。定員を知らせない学習機会は加えず、知らせない部署は「報告なし」に数える。',
    'Places of opportunities, summed up. One that tells none adds nothing, and a department that tells none is missing.',
  ),
  unit: bilingual('人分', 'places'),
  counted: bilingual('定員', 'Places'),
  dateBasis: firstDay,
};

/** Every measure, in the order in which it is offered. */
export const measures: readonly MeasureDefinition[] = [
  opportunities,
  sessions,
  seats,
  ...peopleMeasures,
];
