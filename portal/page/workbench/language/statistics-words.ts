// A table: words of the builder of statistics, in both languages.
import { both } from './both.js';

export const statisticsWords = {
  statisticsTitle: both('統計をつくる', 'Make a statistic'),
  statisticsAbout: both(
    '数えるものと分けかたを選ぶと、すぐに表と図が変わります。人数の少ない欄は自動で隠すので、表はそのまま公表できます。',
    'Choose what to count and how to divide it; the table and the chart follow at once. Small numbers of people are withheld, so a table may be published as it is.',
  ),
  examples: both('問いの例', 'Example questions'),
  examplesHint: both(
    '押すと、その問いが下にできあがります。',
    'Press one: the question is set up below.',
  ),
  measuresChoice: both('1. 数えるもの（4つまで）', '1. What to count (up to 4)'),
  dimensionsChoice: both('2. 分けかた（3つまで）', '2. How to divide it (up to 3)'),
  filtersChoice: both('3. しぼりこみ', '3. Only these'),
  monthsChoice: both('4. 期間', '4. Months'),
  perChoice: both('5. 人口あたり', '5. Per population'),
  optionsChoice: both('くわしい設定', 'Details'),
  definition: both('定義', 'Definition'),
  unit: both('単位', 'Unit'),
  counted: both('何を数えるか', 'What is counted'),
  dateBasis: both('日付の基準', 'Date it goes by'),
  source: both('出典', 'Source'),
  countsPeople: both(
    '人数なので、少ない欄は秘匿します。',
    'Counts people: small numbers are withheld.',
  ),
  fromMonth: both('はじめの月', 'From month'),
  toMonth: both('おわりの月', 'To month'),
  perThousand: both('1,000人あたりにする人口', 'Per 1,000 people of'),
  perNothing: both('しない（そのままの数）', 'No (plain numbers)'),
  perThousandUnit: both(
    (unit: string, group: string) => `${unit}／${group}1,000人`,
    (unit: string, group: string) => `${unit} per 1,000 (${group})`,
  ),
  smallestCell: both('これより少ない人数は隠す', 'Withhold fewer people than'),
  smallestHint: both(
    '市のきまりより厳しくだけできます。空のままなら、市のきまりどおりです。',
    'Only stricter than the city’s own rule. Leave it empty for the city’s rule.',
  ),
  countSamples: both('見本も数える（公表できません）', 'Count samples too (not for publication)'),
  clear: both('はじめからやりなおす', 'Start again'),
  toTable: both('できた表へ', 'To the table'),
  noMeasure: both('数えるものを1つ以上選んでください。', 'Choose at least one thing to count.'),
  result: both('できた表', 'The table'),
  noTable: both('この問いの表はつくれませんでした。', 'No table could be made for this question.'),
  noStatistics: both(
    'ただいま統計をつくれません（生涯学習推進調整担当から答えがありません）。しばらくのあいだ、自動でたずねなおします。',
    'Statistics cannot be made just now: the planning desk does not answer. It is asked again for a while.',
  ),
  filterNone: both('すべて', 'All'),
  filterSome: both(
    (count: number) => `${count}件を選択中`,
    (count: number) => `${count} chosen`,
  ),
  notesTitle: both('この表について', 'About this table'),
  sealed: both('締めた日時', 'Sealed at'),
  revision: both(
    (number: number) => `第${number}版`,
    (number: number) => `revision ${number}`,
  ),
  definitionsVersion: both('定義の版', 'Version of the definitions'),
  tooMany: both(
    (most: number) => `ここで選べるのは${most}つまでです。`,
    (most: number) => `At most ${most} can be chosen here.`,
  ),
  noFacts: both(
    'この問いにあてはまる実際の記録は、この市にはまだありません（見本は数えていません）。',
    'The city has no real records for this question yet (samples are not counted).',
  ),
  withSamples: both('見本を数えてみる', 'See it with samples'),
  sampleWarning: both(
    '見本を数えた表です。実際の市の数ではありません。',
    'Samples are counted here; these are no figures of the city.',
  ),
} as const;
