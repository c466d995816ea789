// A table: the columns of 公共施設一覧 and 子育て施設一覧, older edition in its order, current edition as far as it is known.
import { cellOf } from '../csv/csv-line.js';
import { openingCells } from '../opening-words.js';
import { blank, type Column, published } from '../sheet.js';
import { currentContacts, currentEdition, currentHeads, currentPlace } from './current-columns.js';
import {
  type Facility,
  english,
  facilitiesOf,
  isSample,
  place,
  remarks,
} from './facility-cells.js';

/** Kinds of 子育て施設 by POI code, in the sheet's words as far as the register tells them apart. */
const careKinds: Readonly<Record<string, string>> = {
  '1402': '保育所',
  '1403': '児童館',
  '1404': '学童保育クラブ',
  '1405': '認定こども園',
  '1501': '幼稚園',
};

const operator = ({ department }: Facility): string => cellOf(department?.name?.ja);

const opening: readonly Column<Facility>[] = [
  ['利用可能曜日', (row) => openingCells(row)[0]],
  ['開始時間', (row) => openingCells(row)[1]],
  ['終了時間', (row) => openingCells(row)[2]],
  ['利用可能日時特記事項', (row) => openingCells(row)[3]],
];

const heads: readonly Column<Facility>[] = [
  ['都道府県コード又は市区町村コード', (_, { municipality }) => municipality.code],
  ['NO', ({ code }) => code],
  ['都道府県名', (_, { municipality }) => municipality.prefecture],
  ['市区町村名', (_, { municipality }) => municipality.city],
  ['名称', ({ name }) => cellOf(name?.ja)],
  ['名称_カナ', ({ name }) => cellOf(name?.kana)],
];

const common = ({ aliases }: Facility): string => cellOf((aliases ?? []).join(';'));

const older: readonly Column<Facility>[] = [
  ...heads,
  ['名称_通称', common],
  ['POIコード', ({ poiCode }) => cellOf(poiCode)],
  ...place,
  ['電話番号', ({ phone }) => cellOf(phone)],
  blank('内線番号'),
  blank('法人番号'),
  ['団体名', operator],
  ...opening,
  blank('説明'),
  blank('バリアフリー情報'),
  ['URL', ({ url }) => cellOf(url)],
  ['備考', remarks],
];

const current: readonly Column<Facility>[] = [
  ...currentHeads<Facility>(({ code }) => code),
  ['名称', ({ name }) => cellOf(name?.ja)],
  ['名称_カナ', ({ name }) => cellOf(name?.kana)],
  ['名称_英字', english],
  ['名称_通称', common],
  ['POIコード', ({ poiCode }) => cellOf(poiCode)],
  ...currentPlace<Facility>((row) => row),
  ['電話番号', ({ phone }) => cellOf(phone)],
  blank('内線番号'),
  ...currentContacts,
  ['団体名', operator],
  ...opening,
  ['URL', ({ url }) => cellOf(url)],
  blank('画像'),
  blank('画像_ライセンス'),
  ['備考', remarks],
];

const care: readonly Column<Facility>[] = [
  ...heads,
  ['種別', ({ poiCode }) => careKinds[poiCode ?? ''] ?? ''],
  ...place,
  blank('アクセス方法'),
  blank('駐車場情報'),
  ['電話番号', ({ phone }) => cellOf(phone)],
  blank('内線番号'),
  blank('FAX番号'),
  blank('法人番号'),
  ['団体名', operator],
  blank('認可等年月日'),
  blank('収容定員'),
  blank('受入年齢'),
  ...opening,
  blank('一時預かりの有無'),
  ['URL', ({ url }) => cellOf(url)],
  ['備考', remarks],
];

const currentCare: readonly Column<Facility>[] = [
  ...currentHeads<Facility>(({ code }) => code),
  ['名称', ({ name }) => cellOf(name?.ja)],
  ['名称_カナ', ({ name }) => cellOf(name?.kana)],
  ['名称_英字', english],
  ['種別', ({ poiCode }) => careKinds[poiCode ?? ''] ?? ''],
  ...currentPlace<Facility>((row) => row),
  blank('アクセス方法'),
  blank('駐車場情報'),
  ['電話番号', ({ phone }) => cellOf(phone)],
  blank('内線番号'),
  blank('FAX番号'),
  ...currentContacts,
  ['団体名', operator],
  blank('認可等年月日'),
  blank('収容定員'),
  blank('受入年齢'),
  ...opening,
  blank('一時預かりの有無'),
  blank('子供預かり料金種別'),
  blank('子供預かり料金'),
  blank('子供預かり料金備考'),
  blank('子供預かり開所時間'),
  blank('子供預かり閉所時間'),
  blank('病児保育の有無'),
  blank('授乳室'),
  blank('おむつ替えコーナー'),
  blank('飲食可否'),
  blank('ベビーカー貸出'),
  blank('ベビーカー利用'),
  ['URL', ({ url }) => cellOf(url)],
  blank('画像'),
  blank('画像_ライセンス'),
  ['備考', remarks],
];

/** 公共施設一覧: the register of facilities. */
export const facilitySheet = published<Facility>({
  name: 'public_facility',
  title: '公共施設一覧',
  description:
    '施設名簿のすべての施設。内線番号、法人番号、説明、バリアフリー情報は名簿にないため空欄です。曜日ごとに利用時間が違う施設は「利用可能日時特記事項」に書きます。',
  theme: '施設',
  publisher: 'center',
  filters: ['area', 'kind'],
  editions: [
    { name: 'older', title: '推奨データセット（24列、順序どおり）', columns: older },
    { name: '2026', title: currentEdition, columns: current },
  ],
  rows: facilitiesOf,
  isSample,
});

/** 子育て施設一覧: the facilities of the register that are for children. */
export const childcareSheet = published<Facility>({
  name: 'preschool',
  title: '子育て施設一覧',
  description:
    '施設名簿のうち保育所、児童館、学童保育クラブ、認定こども園、幼稚園。認可、定員、受入年齢、一時預かりは名簿にないため空欄です。',
  theme: '子育て',
  publisher: 'center',
  filters: ['area'],
  editions: [
    { name: 'older', title: '推奨データセット（28列、順序どおり）', columns: care },
    {
      name: '2026',
      title:
        '自治体標準オープンデータセット（2026-08-01版）の53列、ほかの自治体の読取りプログラムで確認できた順序による。原文の見出しは確認できていません',
      columns: currentCare,
    },
  ],
  async *rows(reading) {
    for await (const rows of facilitiesOf(reading))
      yield rows.filter(({ poiCode }) => Object.hasOwn(careKinds, poiCode ?? ''));
  },
  isSample,
});
