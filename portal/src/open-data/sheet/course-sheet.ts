// A table: the columns of our own list of courses, for which Japan has no standard; the holes of Korea's are filled.
import type { Attendance, OpportunityKind, SelectionMethod } from '../../generated/public-graph.js';
import { cellOf } from '../csv/csv-line.js';
import { fieldWords, subjectCodes } from '../field-words.js';
import { opportunityWords } from '../narrowed.js';
import { type Offered, offeredWith } from '../offered.js';
import { addressLine, buildingCell } from '../place-words.js';
import { remarksCell } from '../sample-mark.js';
import { type Column, published } from '../sheet.js';
import {
  audienceOf,
  closingDay,
  closingTime,
  dateColumns,
  departmentOf,
  englishOf,
  feeColumns,
  openingMoment,
  venueOf,
  venuePoint,
} from './event-cells.js';

const kinds: Readonly<Record<OpportunityKind, string>> = {
  COURSE: '公民館講座',
  SPORTS_CLASS: 'スポーツ教室',
  CARE_PROGRAM: '福祉・子育て・健康の事業',
  LIBRARY_PROGRAM: '図書館行事',
  EXTERNAL_OFFERING: '市以外の学習機会',
};

const methods: Readonly<Record<SelectionMethod, string>> = {
  FIRST_COME: '先着',
  LOTTERY: '抽選',
  SCREENING: '選考',
  NONE: '申込不要',
  UNKNOWN: '',
};

const attendances: Readonly<Record<Attendance, string>> = {
  ONSITE: '現地開催',
  ONLINE: 'オンライン',
  HYBRID: 'ハイブリッド',
  UNKNOWN: '',
};

const childcare = { YES: '有', NO: '無', UNKNOWN: '' } as const;

/** How to apply in words, and the address at which one does, where the words end with one. */
function applying({ node: { howToApply } }: Offered): readonly [words: string, address: string] {
  const lines = (howToApply ?? '').split('\n');
  const last = lines.at(-1) ?? '';
  if (!/^https?:\/\/\S+$/.test(last)) return [cellOf(howToApply), ''];
  return [cellOf(lines.slice(0, -1).join('\n')), last];
}

const columns: readonly Column<Offered>[] = [
  ['市区町村コード', (_, { municipality }) => municipality.code],
  ['NO', ({ node }) => node.id],
  ['講座名', ({ node }) => cellOf(node.title?.ja)],
  ['講座名_カナ', ({ node }) => cellOf(node.title?.kana)],
  ['名称_英語', englishOf],
  ['学習機会の種別', ({ kind }) => (kind ? kinds[kind] : '')],
  ['カテゴリー', ({ node }) => fieldWords(node.subjects)],
  ['分類コード', ({ node }) => cellOf(subjectCodes(node.subjects))],
  ['講座内容', ({ node }) => cellOf(node.summary?.ja)],
  ['主催者', ({ node }) => cellOf(node.organiser)],
  ['連絡先名称', departmentOf],
  ['対象者', audienceOf],
  ...dateColumns(['開始日', '終了日', '開始時刻', '終了時刻', '日時備考']),
  ['場所名称', venueOf],
  ['住所', ({ venue }, { municipality }) => addressLine(venue?.address, municipality)],
  ['方書', ({ venue }) => buildingCell(venue?.address)],
  ...venuePoint,
  ['小学校区コード', ({ venue }) => cellOf(venue?.schoolDistrict?.code)],
  ['小学校区', ({ venue }) => cellOf(venue?.schoolDistrict?.name?.ja)],
  ['開催形式', ({ node }) => (node.attendance ? attendances[node.attendance] : '')],
  ['定員', ({ node }) => cellOf(node.seats?.capacity)],
  ['残席数', ({ node }) => cellOf(node.seats?.left)],
  ...feeColumns,
  ['受付開始日', (row) => openingMoment(row)[0]],
  ['受付開始時刻', (row) => openingMoment(row)[1]],
  ['申込期限日', closingDay],
  ['申込期限時刻', closingTime],
  ['選定方法', ({ node }) => (node.selection ? methods[node.selection.method] : '')],
  ['申込方法', (row) => applying(row)[0]],
  ['申込URL', (row) => applying(row)[1]],
  [
    '託児の有無',
    ({ node }) => ('childcareOffered' in node ? childcare[node.childcareOffered ?? 'UNKNOWN'] : ''),
  ],
  ['URL', ({ node }) => cellOf(node.url)],
  ['備考', ({ node }) => remarksCell(node.provenance)],
];

/** 講座・教室一覧: what can be learned, with how one applies and how many places are left. */
export const courseSheet = published<Offered>({
  name: 'course',
  title: '講座・教室一覧',
  description:
    '国の標準がない講座の一覧を、当ハブの列で書いたもの。番号、分野、申込の期間・方法・URL、位置、小学校区、残席数を含みます。残席数は取得したときの数で、小学校区は施設名簿によるもので、どちらも取り込みません。',
  theme: '生涯学習',
  publisher: 'center',
  filters: opportunityWords,
  editions: [{ name: 'own', title: '当ハブの様式（標準なし）', columns }],
  rows: offeredWith({ forWhom: true, asCourse: true }),
  isSample: ({ node }) => node.provenance?.sample ?? false,
});
