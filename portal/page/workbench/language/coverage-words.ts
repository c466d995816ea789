// A table: words of the picture of the 101 measures, in both languages.
import { both } from './both.js';

export const coverageWords = {
  coverageTitle: both('101施策の状況', 'The 101 measures'),
  coverageAbout: both(
    '生涯学習推進計画の101の施策それぞれに、いま市のデータのどこに何があるかを一枚で見ます。番号を押すと、うしろにあるものが開きます。',
    'What there is in the city’s data now for each of the 101 measures of the plan. Press a number to see what stands behind it.',
  ),
  stateFacts: both('実績あり', 'In place'),
  stateSamples: both('見本だけ', 'Samples only'),
  stateNothing: both('なし', 'Nothing'),
  stateUnknown: both('不明', 'Unknown'),
  stateFactsMeans: both('市の実際の記録が1件以上あります', 'at least one real record of the city'),
  stateSamplesMeans: both(
    '動きを見せるための例だけがあります',
    'only examples that show how it works',
  ),
  stateNothingMeans: both('記録がありません', 'no record'),
  stateUnknownMeans: both('部署から答えがありません', 'the departments did not answer'),
  measures: both(
    (count: number) => `${count}施策`,
    (count: number) => `${count} measures`,
  ),
  legend: both('記号の見かた', 'What the signs mean'),
  measureSees: both('見えるもの', 'What one sees'),
  measureEvidence: both('うしろにあるもの', 'What stands behind it'),
  measureNothing: both(
    'この施策を示す記録は、まだどの部署にもありません。',
    'No department has a record for this measure yet.',
  ),
  measureProofs: both('確かめる問い', 'Questions that show it'),
  evidenceKind: both('種類', 'Kind'),
  evidenceCount: both('件数', 'Records'),
  evidenceSample: both('見本の件数', 'Samples'),
  evidenceFirst: both('最初に見えるもの', 'Seen first'),
  evidenceNameless: both('（名前は公開しません）', '(its name is not public)'),
  sample: both('見本', 'sample'),
  tier: both('実現の区分', 'How far the graph serves it'),
  tierA: both('グラフで実現', 'fully in the graph'),
  tierB: both('データで支援', 'supported by data'),
  tierC: both('体制づくり', 'organisational'),
  close: both('閉じる', 'Close'),
  measureCode: both('番号', 'Number'),
  measureTitle: both('施策', 'Measure'),
  measureState: both('状況', 'State'),
  chapter: both('章', 'Chapter'),
  coverageTable: both('101施策を表で見る', 'The 101 measures as a table'),
} as const;
