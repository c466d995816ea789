import { registerEnumType } from 'type-graphql';

/** What can be counted. */
export enum StatisticMeasureCode {
  OPPORTUNITIES = 'OPPORTUNITIES',
  SESSIONS = 'SESSIONS',
  SEATS = 'SEATS',
  APPLICANTS = 'APPLICANTS',
  PARTICIPANTS = 'PARTICIPANTS',
  ATTENDANCE_RATE = 'ATTENDANCE_RATE',
  LOANS = 'LOANS',
  VISITS = 'VISITS',
}

registerEnumType(StatisticMeasureCode, {
  name: 'StatisticMeasureCode',
  description: 'What can be counted; "statisticDefinitions" says how (集計項目).',
  valuesConfig: {
    OPPORTUNITIES: { description: 'Learning opportunities (学習機会数).' },
    SESSIONS: { description: 'Times at which they take place (開催回数).' },
    SEATS: { description: 'Places offered (定員).' },
    APPLICANTS: { description: 'People who applied (申込者数).' },
    PARTICIPANTS: { description: 'People who came (参加者数).' },
    ATTENDANCE_RATE: { description: 'People who came of those who applied (出席率).' },
    LOANS: { description: 'Loans of libraries (貸出点数).' },
    VISITS: { description: 'Visits to facilities (来館者数).' },
  },
});

/** By what a table can be divided. */
export enum StatisticDimensionCode {
  DEPARTMENT = 'DEPARTMENT',
  DISTRICT = 'DISTRICT',
  AGE_BAND = 'AGE_BAND',
  CATEGORY = 'CATEGORY',
  SURVEY_CATEGORY = 'SURVEY_CATEGORY',
  MONTH = 'MONTH',
  FISCAL_YEAR = 'FISCAL_YEAR',
  WEEKDAY = 'WEEKDAY',
  TIME_BAND = 'TIME_BAND',
  MEASURE = 'MEASURE',
}

registerEnumType(StatisticDimensionCode, {
  name: 'StatisticDimensionCode',
  description: 'By what a table can be divided (分類軸).',
  valuesConfig: {
    DEPARTMENT: { description: 'Department (部署).' },
    DISTRICT: { description: 'School district of the venue (小学校区).' },
    AGE_BAND: { description: 'Age band (年齢階級).' },
    CATEGORY: { description: "Category of the Ministry's classification (文部科学省分類)." },
    SURVEY_CATEGORY: { description: 'Category of the social education survey (社会教育調査区分).' },
    MONTH: { description: 'Month in Japan (月).' },
    FISCAL_YEAR: { description: 'Fiscal year from April (年度).' },
    WEEKDAY: { description: 'Day of the week (曜日).' },
    TIME_BAND: { description: 'Part of the day (時間帯).' },
    MEASURE: { description: 'Measure of the plan (施策).' },
  },
});

/** What stands in a cell. */
export enum StatisticCellState {
  SHOWN = 'SHOWN',
  SUPPRESSED = 'SUPPRESSED',
  MISSING = 'MISSING',
}

registerEnumType(StatisticCellState, {
  name: 'StatisticCellState',
  description: 'What stands in a cell (セルの状態).',
  valuesConfig: {
    SHOWN: { description: 'A number, which may be a true zero (数値).' },
    SUPPRESSED: { description: 'Held back so that nobody can be recognised (秘匿).' },
    MISSING: { description: 'Nobody told it; this is never zero (報告なし).' },
  },
});
