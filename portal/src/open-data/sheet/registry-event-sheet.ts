// A table: the fifty columns of the base registry's events, in their order.
import { cellOf } from '../csv/csv-line.js';
import { opportunityWords } from '../narrowed.js';
import { type Offered, offeredWith } from '../offered.js';
import { buildingCell } from '../place-words.js';
import { remarksCell } from '../sample-mark.js';
import { blank, type Column, published } from '../sheet.js';
import { fieldWords } from '../field-words.js';
import {
  audienceOf,
  closingDay,
  closingTime,
  dateColumns,
  departmentOf,
  englishOf,
  feeColumns,
  venueOf,
  venuePoint,
} from './event-cells.js';

const columns: readonly Column<Offered>[] = [
  ['NO', ({ node }) => node.id],
  ['都道府県コード又は市区町村コード', (_, { municipality }) => municipality.code],
  ['名称', ({ node }) => cellOf(node.title?.ja)],
  ['名称(カナ)', ({ node }) => cellOf(node.title?.kana)],
  ['名称(英字)', englishOf],
  blank('名称(通称)'),
  blank('サブタイトル'),
  blank('概要'),
  ['説明', ({ node }) => cellOf(node.summary?.ja)],
  blank('サブイベント'),
  ['イベント種類', ({ node }) => fieldWords(node.subjects)],
  ['URL', ({ node }) => cellOf(node.url)],
  blank('画像URL'),
  blank('状態'),
  blank('対象となる産業'),
  blank('ステージ'),
  ...dateColumns(['開始日', '終了日', '開始時刻', '終了時刻', '日時備考']),
  ['場所名称', venueOf],
  blank('集合場所'),
  blank('郵便番号'),
  ['住所都道府県', ({ venue }, { municipality }) => (venue ? municipality.prefecture : '')],
  ['住所市区町村', ({ venue }, { municipality }) => (venue ? municipality.city : '')],
  ['住所町名', ({ venue }) => cellOf(venue?.address?.block)],
  ['住所丁目以下', ({ venue }) => cellOf(venue?.address?.number)],
  ['建物名等', ({ venue }) => buildingCell(venue?.address)],
  ...venuePoint,
  ['主催団体', ({ node }) => cellOf(node.organiser)],
  blank('共催団体'),
  blank('その他関係団体'),
  ['対象者', audienceOf],
  ['定員', ({ node }) => cellOf(node.seats?.capacity)],
  ...feeColumns,
  blank('外国語対応'),
  ['申込期限日', closingDay],
  ['申込期限時刻', closingTime],
  ['申込方法', ({ node }) => cellOf(node.howToApply)],
  blank('アクセス方法'),
  blank('駐車場情報'),
  blank('駐輪場情報'),
  ['連絡先名称', departmentOf],
  blank('連絡先電話番号'),
  blank('連絡先内線番号'),
  blank('連絡先メールアドレス'),
  ['備考', ({ node }) => remarksCell(node.provenance)],
];

/** The base registry's events: the same as イベント一覧 in the columns of the national collection. */
export const registryEventSheet = published<Offered>({
  name: 'base_registry_event',
  title: 'イベント情報（ベース・レジストリ）',
  description:
    'イベント一覧と同じ講座と催しを、ベース・レジストリの50列で書いたもの。対象者と分野（中分類）も含みます。グラフが持たない列は空欄です。',
  theme: '生涯学習',
  publisher: 'center',
  filters: opportunityWords,
  editions: [{ name: 'older', title: 'ベース・レジストリ（50列、順序どおり）', columns }],
  rows: offeredWith({ forWhom: true, asCourse: false }),
  isSample: ({ node }) => node.provenance?.sample ?? false,
});
