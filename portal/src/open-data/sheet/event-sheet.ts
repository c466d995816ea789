// A table: the columns of イベント一覧 in the order of the older recommended set, and the current edition's as far as they are known.
import { cellOf } from '../csv/csv-line.js';
import { opportunityWords } from '../narrowed.js';
import { type Offered, offeredWith } from '../offered.js';
import { addressLine, buildingCell } from '../place-words.js';
import { remarksCell } from '../sample-mark.js';
import { blank, type Column, published } from '../sheet.js';
import { currentEdition, currentHeads, currentPlace } from './current-columns.js';
import {
  closingDay,
  closingTime,
  dateColumns,
  departmentOf,
  englishOf,
  feeColumns,
  venueOf,
  venuePoint,
} from './event-cells.js';

const older: readonly Column<Offered>[] = [
  ['都道府県コード又は市区町村コード', (_, { municipality }) => municipality.code],
  ['NO', ({ node }) => node.id],
  ['都道府県名', (_, { municipality }) => municipality.prefecture],
  ['市区町村名', (_, { municipality }) => municipality.city],
  ['イベント名', ({ node }) => cellOf(node.title?.ja)],
  ['イベント名_カナ', ({ node }) => cellOf(node.title?.kana)],
  ['イベント名_英語', englishOf],
  ...dateColumns(['開始日', '終了日', '開始時間', '終了時間', '開始日時特記事項']),
  ['説明', ({ node }) => cellOf(node.summary?.ja)],
  ...feeColumns,
  ['連絡先名称', departmentOf],
  blank('連絡先電話番号'),
  blank('連絡先内線番号'),
  ['主催者', ({ node }) => cellOf(node.organiser)],
  ['場所名称', venueOf],
  ['住所', ({ venue }, { municipality }) => addressLine(venue?.address, municipality)],
  ['方書', ({ venue }) => buildingCell(venue?.address)],
  ...venuePoint,
  blank('アクセス方法'),
  blank('駐車場情報'),
  ['定員', ({ node }) => cellOf(node.seats?.capacity)],
  ['参加申込終了日', closingDay],
  ['参加申込終了時間', closingTime],
  ['参加申込方法', ({ node }) => cellOf(node.howToApply)],
  ['URL', ({ node }) => cellOf(node.url)],
  ['備考', ({ node }) => remarksCell(node.provenance)],
];

const current: readonly Column<Offered>[] = [
  ...currentHeads<Offered>(({ node }) => node.id),
  ...older.slice(4, 7),
  blank('開催パターン'),
  ...older.slice(7, 18),
  ['場所名称', venueOf],
  ...currentPlace<Offered>(({ venue }) => venue),
  ...older.slice(24),
];

/** イベント一覧: everything that is offered and has a date. */
export const eventSheet = published<Offered>({
  name: 'event',
  title: 'イベント一覧',
  description:
    '公民館・図書館・スポーツ・福祉などの講座と催し。日の決まっていないものと中止になったものは含みません。連絡先の電話番号、アクセス方法、駐車場情報は空欄です。回ごとに日時が違うものは「開始日時特記事項」にすべての回を書きます。',
  theme: '生涯学習',
  publisher: 'center',
  filters: opportunityWords,
  editions: [
    { name: 'older', title: '推奨データセット（32列、順序どおり）', columns: older },
    {
      name: '2026',
      title: `${currentEdition}。共通の列と開催パターンのほかは推奨データセットの見出しです`,
      columns: current,
    },
  ],
  rows: offeredWith({ forWhom: false, asCourse: false }),
  isSample: ({ node }) => node.provenance?.sample ?? false,
});
