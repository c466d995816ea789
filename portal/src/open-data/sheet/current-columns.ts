// A table: columns that sheets of the current edition have in common, in the order in which they stand there.
import { cellOf } from '../csv/csv-line.js';
import { type Address, type Point, addressLine, buildingCell, pointCells } from '../place-words.js';
import { blank, type Column } from '../sheet.js';

/** What is known of the current edition, for people. */
export const currentEdition =
  '自治体標準オープンデータセット（2026-08-01版）の、確認できた見出しによる。すべての見出しと順序は確認できていません';

/** Whose list it is, and the number of the row. */
export const currentHeads = <Row>(idOf: (row: Row) => string): readonly Column<Row>[] => [
  ['全国地方公共団体コード', (_, { municipality }) => municipality.code],
  ['ID', idOf],
  ['地方公共団体名', (_, { municipality }) => `${municipality.prefecture}${municipality.city}`],
];

/** What a row says of where it is. */
export interface Placed {
  readonly address?: Address | null | undefined;
  readonly point?: Point | null | undefined;
  readonly area?: { readonly code: string } | null | undefined;
}

/** Where something is; what has no address says nothing of prefecture and city either. */
export const currentPlace = <Row>(
  placeOf: (row: Row) => Placed | null | undefined,
): readonly Column<Row>[] => {
  const hasAddress = (row: Row): boolean => {
    const { block, number } = placeOf(row)?.address ?? {};
    return Boolean(block ?? number);
  };
  return [
    [
      '所在地_全国地方公共団体コード',
      (row, { municipality }) => (hasAddress(row) ? municipality.code : ''),
    ],
    ['町字ID', (row) => cellOf(placeOf(row)?.area?.code)],
    [
      '所在地_連結表記',
      (row, { municipality }) => addressLine(placeOf(row)?.address, municipality),
    ],
    [
      '所在地_都道府県',
      (row, { municipality }) => (hasAddress(row) ? municipality.prefecture : ''),
    ],
    ['所在地_市区町村', (row, { municipality }) => (hasAddress(row) ? municipality.city : '')],
    ['所在地_町字', (row) => cellOf(placeOf(row)?.address?.block)],
    ['所在地_番地以下', (row) => cellOf(placeOf(row)?.address?.number)],
    ['建物名等(方書)', (row) => buildingCell(placeOf(row)?.address)],
    ['緯度', (row) => pointCells(placeOf(row)?.point)[0]],
    ['経度', (row) => pointCells(placeOf(row)?.point)[1]],
    blank('高度の種別'),
    blank('高度の値'),
  ];
};

/** How to reach whoever answers, beside the telephone. */
export const currentContacts: readonly Column<unknown>[] = [
  blank('連絡先メールアドレス'),
  blank('連絡先FormURL'),
  blank('連絡先備考（その他、SNSなど）'),
  blank('郵便番号'),
  blank('法人番号'),
];
