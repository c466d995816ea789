// A table: words of tables, charts, downloads and notes, in both languages.
import { both } from './both.js';

export const tableWords = {
  table: both('表', 'Table'),
  rowCount: both(
    (count: number) => `${count.toLocaleString('ja-JP')}行`,
    (count: number) => `${count.toLocaleString('en')} ${count === 1 ? 'row' : 'rows'}`,
  ),
  rowsShown: both(
    (shown: number, all: number) =>
      `${all.toLocaleString('ja-JP')}行のうち${shown.toLocaleString('ja-JP')}行を表示`,
    (shown: number, all: number) =>
      `${shown.toLocaleString('en')} of ${all.toLocaleString('en')} rows shown`,
  ),
  moreRows: both('つづきの行を見る', 'Show more rows'),
  noRows: both('あてはまる行はありません。', 'No rows fit.'),
  sortHint: both(
    '見出しのボタンで並べかえられます。',
    'The buttons in the headings sort the table.',
  ),
  ascending: both('小さい順', 'ascending'),
  descending: both('大きい順', 'descending'),
  sortedBy: both(
    (column: string, order: string) => `${column}の${order}に並べました。`,
    (column: string, order: string) => `Sorted by ${column}, ${order}.`,
  ),
  remarks: both('備考', 'Remarks'),
  suppressed: both('秘匿', 'withheld'),
  missing: both('報告なし', 'not reported'),
  partly: both(
    (told: number, expected: number) => `${expected}部署のうち${told}部署`,
    (told: number, expected: number) => `${told} of ${expected} departments`,
  ),
  withoutThese: both(
    (names: string) => `報告のない部署：${names}`,
    (names: string) => `not reported by: ${names}`,
  ),
  suppressedMeans: both(
    '人数が少なく、個人がわかるおそれがあるため示しません。他の数から逆算できないよう、あわせて隠した欄もあります。ゼロではありません。',
    'So few people that somebody might be recognised; some further cells are withheld so that nothing can be worked out. It does not mean zero.',
  ),
  missingMeans: both(
    '部署からまだ数が届いていません。ゼロではありません。',
    'The departments have not told a number yet. It does not mean zero.',
  ),
  partlyMeans: both(
    '「6部署のうち5部署」のように書いた数は、届いた部署だけの合計です。',
    'A number marked like “5 of 6 departments” is the sum of the departments that reported.',
  ),
  download: both('持ちかえる', 'Take away'),
  downloadCsv: both('CSVを保存', 'Save CSV'),
  downloadXlsx: both('Excel（XLSX）を保存', 'Save Excel (XLSX)'),
  copyLink: both('この問いのリンクをコピー', 'Copy the link to this question'),
  linkCopied: both('リンクをコピーしました。', 'The link is copied.'),
  linkIs: both('この問いのリンク', 'Link to this question'),
  saved: both(
    (file: string) => `${file} を保存しました。`,
    (file: string) => `${file} is saved.`,
  ),
  sheetData: both('データ', 'Data'),
  sheetNotes: both('注記', 'Notes'),
  noteQuestion: both('問い', 'Question'),
  noteDefinition: both('定義', 'Definition'),
  noteSource: both('出典', 'Source'),
  noteAsOf: both('時点', 'As of'),
  noteTaken: both('取り出した日時', 'Taken at'),
  noteSuppressed: both('秘匿した欄の数', 'Cells withheld'),
  noteMissing: both('報告なしの欄の数', 'Cells not reported'),
  notePartly: both('一部の部署だけの欄の数', 'Cells of some departments only'),
  noteLink: both('この問いのリンク', 'Link to this question'),
  noteSnapshot: both('スナップショット', 'Snapshot'),
  noteTable: both('表の番号', 'Table id'),
  notePolicy: both('秘匿のきまり', 'Rules of withholding'),
  noteDocument: both('問いの文（GraphQL）', 'Document (GraphQL)'),
  noteVariables: both('問いの条件', 'Variables'),
  notePath: both('たずねた先', 'Asked at'),
  noteRows: both('行の数', 'Rows'),
  noteSilent: both('答えのなかった部署', 'Departments that did not answer'),
  noteSample: both(
    '「見本」と付いたものは動きをお見せするための例で、実際の数ではありません。',
    'What is marked as a sample shows how things work; it is no fact of the city.',
  ),
  chart: both('図', 'Chart'),
  chartKind: both('図の種類', 'Kind of chart'),
  chartNone: both('図なし', 'No chart'),
  chartBar: both('棒', 'Bars'),
  chartLine: both('折れ線', 'Lines'),
  chartHeat: both('色分け', 'Heat map'),
  chartSays: both(
    (kind: string, title: string) => `${title}の${kind}の図。同じ数が下の表にあります。`,
    (kind: string, title: string) => `${kind}: ${title}. The table below holds the same numbers.`,
  ),
  chartRange: both(
    (least: string, most: string) => `いちばん小さいのは${least}、いちばん大きいのは${most}です。`,
    (least: string, most: string) => `The smallest is ${least}, the largest ${most}.`,
  ),
  chartEven: both(
    (value: string) => `どれも${value}です。`,
    (value: string) => `All are ${value}.`,
  ),
  chartNothing: both(
    '図にできる数がありません。下の表をご覧ください。',
    'There is no number to draw; please read the table below.',
  ),
  chartTooMany: both(
    (shown: number, all: number) =>
      `図には${all}件のうち${shown}件だけを描きました。全部は表にあります。`,
    (shown: number, all: number) => `The chart shows ${shown} of ${all}; the table holds all.`,
  ),
  seriesTooMany: both(
    (shown: number, all: number) =>
      `線や棒は${all}種類のうち大きい${shown}種類だけを描きました。全部は表にあります。`,
    (shown: number, all: number) =>
      `The largest ${shown} of ${all} series are drawn; the table holds all.`,
  ),
  series: both('凡例', 'Legend'),
  scale: both('色の目もり', 'Scale'),
  yes: both('はい', 'yes'),
  no: both('いいえ', 'no'),
} as const;
