// A table: the columns of 指定緊急避難場所一覧, both editions in their order.
import { cellOf } from '../csv/csv-line.js';
import { blank, type Column, published } from '../sheet.js';
import { currentPlace } from './current-columns.js';
import {
  type Facility,
  english,
  facilitiesOf,
  isSample,
  place,
  remarks,
} from './facility-cells.js';

/** Hazards by the register's code, in the order and the words of the standard. */
const hazards: readonly (readonly [code: string, words: string])[] = [
  ['FLOOD', '洪水'],
  ['LANDSLIDE', '崖崩れ、土石流及び地滑り'],
  ['STORM_SURGE', '高潮'],
  ['EARTHQUAKE', '地震'],
  ['TSUNAMI', '津波'],
  ['FIRE', '大規模な火事'],
  ['INLAND_FLOOD', '内水氾濫'],
  ['VOLCANO', '火山現象'],
];

/** What a place is in a disaster: as the register says, else as another list says that was imported after it. */
const roleOf = ({ disasterRole, sources }: Facility): Facility['disasterRole'] =>
  disasterRole ?? (sources ?? []).find((source) => source.disasterRole)?.disasterRole ?? null;

const role: readonly Column<Facility>[] = [
  ...hazards.map(([code, words]): Column<Facility> => [
    `災害種別_${words}`,
    (row) => (roleOf(row)?.hazards?.includes(code) ? '1' : ''),
  ]),
  blank('指定避難所との重複'),
  blank('想定収容人数'),
  blank('対象となる町会・自治会'),
  ['URL', ({ url }) => cellOf(url)],
];

const older: readonly Column<Facility>[] = [
  ['NO', ({ code }) => code],
  ['名称', ({ name }) => cellOf(name?.ja)],
  ['名称_カナ', ({ name }) => cellOf(name?.kana)],
  ...place,
  blank('標高'),
  ['電話番号', ({ phone }) => cellOf(phone)],
  blank('内線番号'),
  ['市区町村コード', (_, { municipality }) => municipality.code],
  ['都道府県名', (_, { municipality }) => municipality.prefecture],
  ['市区町村名', (_, { municipality }) => municipality.city],
  ...role,
  ['備考', remarks],
];

const current: readonly Column<Facility>[] = [
  ['全国地方公共団体コード', (_, { municipality }) => municipality.code],
  ['ID', ({ code }) => code],
  ['名称', ({ name }) => cellOf(name?.ja)],
  ['名称_カナ', ({ name }) => cellOf(name?.kana)],
  ['名称_英字', english],
  // This sheet says how high a place lies in one column, the others in two.
  ...currentPlace<Facility>((row) => row).filter(([header]) => !header.startsWith('高度')),
  blank('標高'),
  ['電話番号', ({ phone }) => cellOf(phone)],
  blank('内線番号'),
  blank('連絡先メールアドレス'),
  blank('連絡先FormURL'),
  blank('連絡先備考（その他、SNSなど）'),
  blank('郵便番号'),
  ['市区町村コード', (_, { municipality }) => municipality.code],
  ['地方公共団体名', (_, { municipality }) => `${municipality.prefecture}${municipality.city}`],
  ...role,
  blank('画像'),
  blank('画像_ライセンス'),
  ['備考', remarks],
];

/** 指定緊急避難場所一覧: the facilities of the register to which people flee, and from what. */
export const evacuationSheet = published<Facility>({
  name: 'evacuation_space',
  title: '指定緊急避難場所一覧',
  description:
    '施設名簿のうち指定緊急避難場所。対象とする災害に1と書きます。標高、指定避難所との重複、想定収容人数、対象となる町会・自治会は名簿にないため空欄です。',
  theme: '防災',
  publisher: 'center',
  filters: ['area', 'kind'],
  editions: [
    { name: 'older', title: '推奨データセット（26列、順序どおり）', columns: older },
    {
      name: '2026',
      title: '自治体標準オープンデータセットの39列、公表されている市のデータの見出しと順序による',
      columns: current,
    },
  ],
  async *rows(reading) {
    for await (const rows of facilitiesOf(reading))
      yield rows.filter((row) => roleOf(row)?.kind === 'EVACUATION_SITE');
  },
  isSample,
});
