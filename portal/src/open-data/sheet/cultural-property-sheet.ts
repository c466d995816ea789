// A table: the columns of 文化財一覧 in the order of the older recommended set.
import { type Collection, walk } from '../../collection/walk.js';
import type { CollectionCulturalPropertiesQuery } from '../../generated/public-graph.js';
import { cellOf } from '../csv/csv-line.js';
import { refuseSilence } from '../offered.js';
import { openingCells } from '../opening-words.js';
import { addressLine, buildingCell, pointCells } from '../place-words.js';
import { remarksCell } from '../sample-mark.js';
import { blank, type Column, published, type RowReading } from '../sheet.js';
import { currentContacts, currentEdition, currentHeads, currentPlace } from './current-columns.js';

type Edge = NonNullable<
  NonNullable<CollectionCulturalPropertiesQuery['culturalProperties']>['edges']
>[number];
type Property = NonNullable<Edge['node']>;

const properties: Collection<CollectionCulturalPropertiesQuery, Edge> = {
  document: 'collection-cultural-properties',
  first: 100,
  connectionOf: (data) => data.culturalProperties,
};

async function* propertiesOf(reading: RowReading): AsyncGenerator<readonly Property[]> {
  const { graph, narrowed, signal } = reading;
  const [areaCode, category] = [narrowed.area?.[0], narrowed.category?.[0]];
  const variables = { filter: { ...(areaCode && { areaCode }), ...(category && { category }) } };
  for await (const { edges, silent, faults } of walk(graph, properties, { variables, signal })) {
    refuseSilence(
      properties.document,
      silent.map(({ name }) => name),
      faults,
    );
    yield edges.flatMap(({ node }) => (node ? [node] : []));
  }
}

type Said = { readonly text: string; readonly origin: string } | null | undefined;
const english = (said: Said): string => (said?.origin === 'HUMAN' ? cellOf(said.text) : '');

/** 員数 as number and unit: 1,204点 is 1204 and 点; what begins with no number is all unit. */
function quantityCells(quantity: string | null): readonly [count: string, unit: string] {
  const [, count, unit] = /^([\d,]+)(.*)$/su.exec(quantity ?? '') ?? [];
  if (count === undefined) return ['', cellOf(quantity)];
  return [count.replaceAll(',', ''), cellOf(unit)];
}

const columns: readonly Column<Property>[] = [
  ['都道府県コード又は市区町村コード', (_, { municipality }) => municipality.code],
  ['NO', ({ code }) => code],
  ['都道府県名', (_, { municipality }) => municipality.prefecture],
  ['市区町村名', (_, { municipality }) => municipality.city],
  ['名称', ({ name }) => cellOf(name?.ja)],
  ['名称_カナ', ({ name }) => cellOf(name?.kana)],
  blank('名称_通称'),
  ['名称_英語', ({ name }) => english(name?.en)],
  ['文化財分類', ({ designations }) => cellOf((designations ?? []).join(';'))],
  ['種類', ({ category }) => cellOf(category)],
  ['場所名称', ({ placeName }) => cellOf(placeName)],
  ['住所', ({ address }, { municipality }) => addressLine(address, municipality)],
  ['方書', ({ address }) => buildingCell(address)],
  ['緯度', ({ point }) => pointCells(point)[0]],
  ['経度', ({ point }) => pointCells(point)[1]],
  ['電話番号', ({ phone }) => cellOf(phone)],
  blank('内線番号'),
  ['員数（数）', ({ quantity }) => quantityCells(quantity)[0]],
  ['員数（単位）', ({ quantity }) => quantityCells(quantity)[1]],
  blank('法人番号'),
  ['所有者等', ({ owner }) => cellOf(owner)],
  ['文化財指定日', ({ designatedOn }) => cellOf(designatedOn)],
  ['利用可能曜日', (row) => openingCells(row)[0]],
  ['開始時間', (row) => openingCells(row)[1]],
  ['終了時間', (row) => openingCells(row)[2]],
  ['利用可能日時特記事項', (row) => openingCells(row)[3]],
  blank('画像'),
  blank('画像_ライセンス'),
  ['概要', ({ summary }) => cellOf(summary?.ja)],
  ['概要_英語', ({ summary }) => english(summary?.en)],
  ['説明', ({ description }) => cellOf(description?.ja)],
  ['説明_英語', ({ description }) => english(description?.en)],
  ['URL', ({ url }) => cellOf(url)],
  ['備考', ({ provenance }) => remarksCell(provenance)],
];

const current: readonly Column<Property>[] = [
  ...currentHeads<Property>(({ code }) => code),
  ['名称', ({ name }) => cellOf(name?.ja)],
  ['名称_カナ', ({ name }) => cellOf(name?.kana)],
  ['名称_英字', ({ name }) => english(name?.en)],
  blank('名称_通称'),
  ['文化財分類', ({ designations }) => cellOf((designations ?? []).join(';'))],
  ['種類', ({ category }) => cellOf(category)],
  ['場所名称', ({ placeName }) => cellOf(placeName)],
  ...currentPlace<Property>((row) => row),
  ['電話番号', ({ phone }) => cellOf(phone)],
  blank('内線番号'),
  ...currentContacts,
  ...columns
    .slice(columns.findIndex(([header]) => header === '員数（数）'))
    .filter(([header]) => header !== '法人番号'),
];

/** 文化財一覧: the register of cultural properties. */
export const culturalPropertySheet = published<Property>({
  name: 'cultural_property',
  title: '文化財一覧',
  description: '文化財の名簿。名称の通称、内線番号、法人番号、画像は名簿にないため空欄です。',
  theme: '文化財',
  publisher: 'heritage',
  filters: ['area', 'category'],
  editions: [
    { name: 'older', title: '推奨データセット（34列、順序どおり）', columns },
    { name: '2026', title: currentEdition, columns: current },
  ],
  rows: propertiesOf,
  isSample: ({ provenance }) => provenance?.sample ?? false,
});
