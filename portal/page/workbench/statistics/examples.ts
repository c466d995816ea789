import { type Both, both } from '../language/both.js';

/** A question ready to look at, as its address says it. */
export interface ExampleQuestion {
  readonly title: Both<string>;
  readonly said: string;
}

/** The questions that greet who opens the builder. */
export const exampleQuestions: readonly ExampleQuestion[] = [
  {
    title: both(
      '小学校区ごとの、65歳以上1,000人あたりの定員',
      'Places per 1,000 people over 65 by district',
    ),
    said: 'count=SEATS&by=DISTRICT&only=AGE_BAND%3A65%2B&per=65%2B',
  },
  {
    title: both('月ごと・部署ごとの開催回数', 'Sessions by month and department'),
    said: 'count=SESSIONS&by=MONTH&by=DEPARTMENT',
  },
  {
    title: both('小学校区と分野ごとの学習機会の数', 'Opportunities by district and category'),
    said: 'count=OPPORTUNITIES&by=DISTRICT&by=CATEGORY',
  },
  {
    title: both('曜日と時間帯ごとの開催回数', 'Sessions by day of the week and part of the day'),
    said: 'count=SESSIONS&by=WEEKDAY&by=TIME_BAND',
  },
  {
    title: both(
      '夜間と土日の定員は小学校区ごとにいくつか',
      'Places in the evening, by district and day of the week',
    ),
    said: 'count=SEATS&by=DISTRICT&by=WEEKDAY&only=TIME_BAND%3AEVENING',
  },
  {
    title: both('施策ごとの学習機会の数と定員', 'Opportunities and places by measure of the plan'),
    said: 'count=OPPORTUNITIES&count=SEATS&by=MEASURE',
  },
];
