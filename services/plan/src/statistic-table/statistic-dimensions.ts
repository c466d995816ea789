// A table: the closed dimensions with their values.
import { type LocalText, bilingual } from '@manabi/kit/value/local-text';

import { StatisticDimensionCode as Dimension } from './statistic-codes.js';

/** One value of a dimension. */
export interface DimensionValue {
  readonly code: string;
  readonly label: LocalText;
}

/** A dimension; without values of its own where only a snapshot knows them. */
export interface DimensionDefinition {
  readonly code: Dimension;
  readonly label: LocalText;
  readonly values: readonly DimensionValue[];
}

/** The code of what nobody told: no value of a register, and told apart from it. */
export const unknownValue: DimensionValue = {
  code: 'UNKNOWN',
  label: bilingual('不明', 'Unknown'),
};

const values = (...rows: readonly [code: string, ja: string, en: string][]): DimensionValue[] =>
  rows.map(([code, ja, en]) => ({ code, label: bilingual(ja, en) }));

/** Ages in years, both ends included; the last has no upper end. */
export const ageBands: readonly { code: string; min: number; max: number | null }[] = [
  { code: '0-5', min: 0, max: 5 },
  { code: '6-11', min: 6, max: 11 },
  { code: '12-14', min: 12, max: 14 },
  { code: '15-17', min: 15, max: 17 },
  { code: '18-64', min: 18, max: 64 },
  { code: '65+', min: 65, max: null },
];

const departments = values(
  ['library', '図書館', 'Library'],
  ['kominkan', '公民館', 'Community learning centres'],
  ['sports', 'スポーツ振興課', 'Sports promotion'],
  ['welfare', '福祉・子育て・健康', 'Welfare, child care and health'],
  ['center', '生涯学習情報センター', 'Learning information centre'],
  ['plan', '生涯学習推進調整担当', 'Lifelong learning planning desk'],
  ['school', '学校・教育情報センター', 'Schools and education information centre'],
  ['culture', '文化振興課', 'Culture promotion'],
  ['heritage', '社会教育課（文化財）', 'Heritage'],
  ['environment', '環境・エコプラザ', 'Environment and Eco Plaza'],
  ['consumer', '消費者センター', 'Consumer centre'],
  ['gender', '男女平等推進センター', 'Gender equality centre'],
  ['disaster', '防災・危機管理', 'Disaster preparedness'],
  ['industry', '産業振興課', 'Industry and farming'],
  ['volunteer', 'ボランティア・市民活動', 'Volunteers and civic activity'],
  ['international', '国際交流・多文化共生', 'International exchange'],
  ['health', '健康課', 'Health'],
  ['children', '児童青少年課', 'Children and young people'],
  ['nursery', '保育課', 'Nurseries'],
  ['senior', '高齢者支援課', 'Support for older people'],
  ['disability', '障害福祉課', 'Disability welfare'],
  ['civic', '市民協働・コミュニティ', 'Community halls and civic co-operation'],
);

const mext = values(
  ['1', '教育等一般', 'Education in general'],
  ['2', '人文・社会科学', 'Humanities and social sciences'],
  ['3', '自然科学', 'Natural sciences'],
  ['4', '産業・技術', 'Industry and technology'],
  ['5', '芸術・文化', 'Arts and culture'],
  ['6', 'スポーツ・レクリエーション', 'Sports and recreation'],
  ['7', '家庭生活・趣味', 'Home life and hobbies'],
  ['8', '市民生活・国際関係', 'Civic life and international relations'],
  ['9', 'その他', 'Other'],
);

const survey = values(
  ['1', '教養の向上', 'General culture'],
  ['2', '体育・レクリエーション', 'Physical education and recreation'],
  ['3', '家庭教育・家庭生活', 'Family education and home life'],
  ['4', '職業知識・技術の向上', 'Vocational knowledge and skills'],
  ['5', '市民意識・社会連帯意識', 'Civic awareness and solidarity'],
  ['6', 'その他', 'Other'],
);

const weekdays = values(
  ['1', '月曜日', 'Monday'],
  ['2', '火曜日', 'Tuesday'],
  ['3', '水曜日', 'Wednesday'],
  ['4', '木曜日', 'Thursday'],
  ['5', '金曜日', 'Friday'],
  ['6', '土曜日', 'Saturday'],
  ['7', '日曜日', 'Sunday'],
);

const timeBands = values(
  ['MORNING', '午前（12時前）', 'Morning, before noon'],
  ['AFTERNOON', '午後（12時から18時前）', 'Afternoon, noon to six'],
  ['EVENING', '夜間（18時以後）', 'Evening, from six on'],
);

const ages = ageBands.map(({ code, min, max }) => ({
  code,
  label:
    max === null
      ? bilingual(`${min}歳以上`, `${min} and over`)
      : bilingual(`${min}〜${max}歳`, `${min} to ${max}`),
}));

const dimension = (
  code: Dimension,
  [ja, en]: readonly [ja: string, en: string],
  values: readonly DimensionValue[] = [],
): DimensionDefinition => ({ code, label: bilingual(ja, en), values });

/** Every dimension, in the order in which it is offered. */
export const dimensions: readonly DimensionDefinition[] = [
  dimension(Dimension.DEPARTMENT, ['部署', 'Department'], departments),
  dimension(Dimension.DISTRICT, ['小学校区', 'School district']),
  dimension(Dimension.AGE_BAND, ['年齢階級', 'Age band'], ages),
  dimension(Dimension.CATEGORY, ['分野（文部科学省分類）', 'Category (MEXT)'], mext),
  dimension(Dimension.SURVEY_CATEGORY, ['区分（社会教育調査）', 'Category (survey)'], survey),
  dimension(Dimension.MONTH, ['月', 'Month']),
  dimension(Dimension.FISCAL_YEAR, ['年度', 'Fiscal year']),
  dimension(Dimension.WEEKDAY, ['曜日', 'Day of the week'], weekdays),
  dimension(Dimension.TIME_BAND, ['時間帯', 'Part of the day'], timeBands),
  dimension(Dimension.MEASURE, ['施策', 'Measure of the plan']),
];

/** Labels of values that earlier definitions had, with the versions that had them. */
const formerly: readonly {
  readonly versions: readonly string[];
  readonly dimension: Dimension;
  readonly value: DimensionValue;
}[] = [
  {
    versions: ['2026-11-1', '2026-11-2'],
    dimension: Dimension.DEPARTMENT,
    value: {
      code: 'welfare',
      label: bilingual('子育て・福祉・健康', 'Child care, welfare and health'),
    },
  },
];

/** Every dimension as the definitions of a version had it: a table of theirs is made again in their words. */
export const dimensionsIn = (version: string): readonly DimensionDefinition[] =>
  formerly
    .filter(({ versions }) => versions.includes(version))
    .reduce<readonly DimensionDefinition[]>(
      (before, { dimension: changed, value }) =>
        before.map((each) =>
          each.code === changed
            ? {
                ...each,
                values: each.values.map((known) => (known.code === value.code ? value : known)),
              }
            : each,
        ),
      dimensions,
    );
