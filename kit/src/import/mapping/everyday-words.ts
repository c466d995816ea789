// A table: how departments call their columns among themselves, beside the names that files of the standards use.
import type { DatasetId } from '../dataset/definition.js';
import type { ValueShape } from './value-shape.js';

/** Words that propose a column; unlike the names of the catalogue they decide nothing until a person has seen them. */
export const everydayWords: Partial<
  Readonly<Record<DatasetId, Readonly<Record<string, readonly string[]>>>>
> = {
  event: {
    number: ['№', 'コード', '講座コード', '教室コード', 'クラス番号'],
    name: [
      '講座',
      '教室',
      'クラス',
      'クラス名',
      'プログラム',
      'プログラム名',
      '催し',
      '行事',
      'イベント',
      'コース',
    ],
    sessionNumber: ['回目', '何回目'],
    topic: ['話題', '今回のテーマ', '毎回のテーマ'],
    startDate: [
      'とき',
      '日にち',
      '月日',
      '年月日',
      '日',
      '初日',
      '初回',
      '初回日',
      '開講日',
      'はじまり',
      'スタート',
      '期間',
      '開催期間',
      '実施期間',
      '日程',
    ],
    endDate: ['最終日', '最終回', '最終回日', '閉講日', 'おわり', '〜まで'],
    startTime: [
      '時刻',
      '時間帯',
      'じかん',
      '開始時',
      'から',
      '曜日・時間',
      '曜日時間',
      '曜日と時間',
    ],
    endTime: ['終了時', 'まで'],
    pattern: ['曜日', '曜', 'ようび'],
    venueName: [
      'ところ',
      'ばしょ',
      '部屋',
      '使用室',
      '施設',
      '施設名',
      '館',
      '館名',
      '実施館',
      '開催館',
    ],
    audience: ['だれ', '対象', 'たいしょう', '年齢', '対象学年', '対象年齢', '参加できる人'],
    fee: ['費用', '金額', 'お金', '参加費', '月謝', '材料費', '受講料(円)'],
    capacity: ['人数', '枠', '募集', '募集数', 'ていいん'],
    applicationStart: ['受付', '受付開始', '申込受付'],
    applicationEnd: ['〆切', '〆切日', 'しめきり', '締め切り', '締切り', '申込〆切'],
    applicationMethod: ['申込', '申し込み', 'もうしこみ'],
    organiser: ['担当', '担当館', '主催課', '実施'],
    contactName: ['問い合わせ', '問合', 'といあわせ'],
    phone: ['でんわ', '☎', '℡', '問合せ電話'],
    description: ['内容', 'ないよう', '概要', '紹介'],
    remarks: ['メモ', '備考', 'もちもの', '持ち物'],
  },
  title: {
    title: ['本', '本の名前', '書籍名', '図書名'],
    author: ['書いた人', '著', '作'],
    publisher: ['出版', '版元'],
  },
  facility: {
    name: ['施設', '館', '場所'],
    phone: ['でんわ', '℡', '☎'],
    address: ['ところ', '所在'],
  },
};

/** The shape that the values of a column have, where they have one. */
export const shapeOfColumn: Readonly<Record<string, ValueShape>> = {
  startDate: 'date',
  endDate: 'date',
  applicationStart: 'date',
  applicationEnd: 'date',
  applicationStartTime: 'time',
  applicationEndTime: 'time',
  publishedOn: 'date',
  updatedOn: 'date',
  designatedOn: 'date',
  surveyedOn: 'date',
  startTime: 'time',
  endTime: 'time',
  opens: 'time',
  closes: 'time',
  fee: 'yen',
  phone: 'phone',
  isbn: 'isbn',
  pattern: 'weekday',
  weekdays: 'weekday',
  url: 'url',
  email: 'email',
  capacity: 'people',
  audience: 'ages',
  venueName: 'facility',
};

/** Shapes that a column must have to be proposed at all: a column called 日 whose values are no dates is no date. */
export const decisiveShapes: ReadonlySet<ValueShape> = new Set([
  'date',
  'time',
  'phone',
  'isbn',
  'weekday',
  'url',
  'email',
]);

/** The column that a shape alone proposes. */
export const columnOfShape: readonly (readonly [ValueShape, string])[] = [
  ['isbn', 'isbn'],
  ['date', 'startDate'],
  ['time', 'startTime'],
  ['yen', 'fee'],
  ['phone', 'phone'],
  ['weekday', 'pattern'],
  ['people', 'capacity'],
  ['facility', 'venueName'],
  ['ages', 'audience'],
  ['url', 'url'],
];
