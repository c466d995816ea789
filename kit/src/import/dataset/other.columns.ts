// A table: the kinds of file whose rows are neither places nor events, and those that are known and not read.
import type { DatasetColumns } from './definition.js';
import { placeColumns } from './place.columns.js';

/** The sixteen columns of ages by men and women are found by their shape (0-4歳の男性), see population.ts. */
export const populationColumns: DatasetColumns = {
  id: 'population',
  title: '地域・年齢別人口',
  columns: {
    code: placeColumns['code'] ?? [],
    prefecture: placeColumns['prefecture'] ?? [],
    city: placeColumns['city'] ?? [],
    publisherName: placeColumns['publisherName'] ?? [],
    number: ['NO', 'ID', '番号'],
    areaCode: ['地域コード', '町字コード', '町丁字コード', '町字ID', '地区コード'],
    surveyedOn: ['調査年月日', '基準日', '調査日', '基準年月日', '時点'],
    areaName: ['地域名', '町丁名', '町丁目名', '町名', '地区名', '地域', '町丁目', '大字・町名'],
    total: ['総人口', '人口総数', '人口', '総数', '人口計', '合計'],
    male: ['男性', '男', '男性人口', '男人口', '人口男'],
    female: ['女性', '女', '女性人口', '女人口', '人口女'],
    households: ['世帯数', '世帯'],
    remarks: ['備考'],
  },
  needs: [
    ['areaName', 'areaCode'],
    ['total', 'male'],
  ],
  marks: ['areaCode', 'surveyedOn', 'total', 'male', 'female', 'households'],
};

/** Book lists: catalogues, new titles, lending rankings, reading lists. */
export const titleColumns: DatasetColumns = {
  id: 'title',
  title: '図書・資料一覧',
  columns: {
    code: placeColumns['code'] ?? [],
    number: [
      'ID',
      'NO',
      '番号',
      '書誌ID',
      '資料コード',
      '資料番号',
      'タイトルコード',
      '全国書誌番号',
    ],
    bibId: ['書誌番号'],
    format: ['資料形態', '資料種別'],
    title: ['タイトル', '書名', '資料名', '題名', '作品名', '本の題名', '本のタイトル', 'title'],
    titleKana: ['タイトルヨミ', 'タイトル_カナ', '書名カナ', '書名ヨミ', 'タイトルカナ'],
    subtitle: ['副書名', 'サブタイトル', '副題'],
    volume: ['巻・号', '巻号', '巻次', '巻'],
    series: ['シリーズ', 'シリーズ名', '叢書名'],
    author: ['著者', '著者名', '作者', '著者等', '責任表示', '編著者', 'author'],
    publisher: ['発行者', '出版者', '出版社', '発行所', '出版社名', '発行元', 'publisher'],
    published: [
      '発行年',
      '出版年',
      '出版年月',
      '発行年月',
      '発行年月日',
      '刊行年',
      '出版年月日',
      '発行日',
    ],
    isbn: ['ISBN', 'ISBNコード', 'ISBN13', 'ISBN10'],
    ndc: ['NDC', '分類', '分類記号', '分類番号', 'NDC分類', '日本十進分類'],
    callNumber: ['請求記号', '所在記号'],
    bibliography: ['書誌情報', '書誌事項'],
    loans: ['貸出数', '貸出回数', '貸出件数', '予約数', '予約件数'],
    rank: ['順位', 'ランク', '順'],
    url: ['URL', 'リンク', 'デジコレ', '詳細URL'],
    remarks: ['備考', '注記'],
  },
  needs: [
    ['title', 'bibliography'],
    ['author', 'isbn', 'publisher', 'ndc', 'published'],
  ],
  marks: [
    'isbn',
    'ndc',
    'author',
    'publisher',
    'published',
    'bibliography',
    'volume',
    'callNumber',
  ],
};

/** Standard files that look like places but are not read: headers that betray them, and their names. */
export const knownOthers: readonly {
  readonly title: string;
  readonly headers: readonly string[];
}[] = [
  { title: '医療機関一覧', headers: ['診療科目', '医療機関の種類', '医療機関コード'] },
  { title: '介護サービス事業所一覧', headers: ['介護サービス事業所名称', '実施サービス'] },
  { title: '公衆トイレ一覧', headers: ['男性トイレ総数', '女性トイレ総数', '多機能トイレ数'] },
  { title: '公衆無線LANアクセスポイント一覧', headers: ['SSID'] },
  { title: 'オープンデータ一覧', headers: ['データ名称', 'データ概要'] },
  { title: '消防水利施設一覧', headers: ['消防水利', '水利種別', '口径'] },
  { title: '投票所一覧', headers: ['投票区', '投票区番号'] },
];
