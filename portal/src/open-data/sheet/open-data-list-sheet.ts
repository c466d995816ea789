// A table: the columns of オープンデータ一覧 in the order of the recommended set.
import { licence } from '../licence.js';
import { blank, published, type PublishedSheet } from '../sheet.js';

/** オープンデータ一覧: the data sets themselves, as other portals of data gather them. */
export const openDataListSheet = (sheets: readonly PublishedSheet[]): PublishedSheet =>
  published<PublishedSheet>({
    name: 'open_data_list',
    title: 'オープンデータ一覧',
    description: 'このページで配布するデータの一覧。登録日と最終更新日は空欄です。',
    theme: 'オープンデータ',
    publisher: 'center',
    filters: [],
    editions: [
      {
        name: 'older',
        title: '推奨データセット（15列、順序どおり）',
        columns: [
          ['都道府県コード又は市区町村コード', (_, { municipality }) => municipality.code],
          ['NO', ({ name }) => name],
          ['都道府県名', (_, { municipality }) => municipality.prefecture],
          ['市区町村名', (_, { municipality }) => municipality.city],
          ['データ名称', ({ title }) => title],
          ['データ概要', ({ description }) => description],
          ['データ形式', () => 'CSV'],
          ['分類', ({ theme }) => theme],
          ['更新頻度', () => '随時'],
          [
            'URL',
            ({ name }, { address, municipality }) =>
              `${address}/open-data/${municipality.code}_${name}.csv`,
          ],
          ['API対応有無', () => '有'],
          ['ライセンス', () => licence.name],
          blank('登録日'),
          blank('最終更新日'),
          blank('備考'),
        ],
      },
    ],
    async *rows() {
      yield sheets;
    },
    isSample: () => false,
  });
