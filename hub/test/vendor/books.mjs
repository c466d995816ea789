// What the vendor's system knows: seven branches by the city's facility codes, and a few books with their copies.

/** Branches: the code of the building, the name, and where it stands. */
export const branches = [
  ['132292-0201', '中央図書館', 35.72596, 139.537549],
  ['132292-0202', '保谷駅前図書館', 35.747961, 139.567639],
  ['132292-0203', '芝久保図書館', 35.732668, 139.528101],
  ['132292-0204', '谷戸図書館', 35.741272, 139.54395],
  ['132292-0205', '柳沢図書館', 35.728214, 139.553969],
  ['132292-0206', 'ひばりが丘図書館', 35.751728, 139.543523],
  ['132292-0207', '中央図書館新町分室', 35.712955, 139.536394],
].map(([code, name, latitude, longitude], at) => ({
  id: `branch-${at + 1}`,
  code,
  name,
  latitude,
  longitude,
}));

/** When the shelves were last counted by the gates. */
export const checkedAt = '2026-11-20T00:00:00.000Z';

/** ISBN with its check digit for a number of twelve digits. */
function isbnOf(twelve) {
  const sum = [...twelve].reduce((total, digit, at) => total + Number(digit) * (at % 2 ? 3 : 1), 0);
  return `${twelve}${(10 - (sum % 10)) % 10}`;
}

/** One book: title, author, publisher, year, class, and copies by the last two digits of the branch's code. */
const rows = [
  ['架空の本を読む会', ['作例 一郎'], '見本書房', 2025, '369.26', { '01': [2, 1], '05': [1, 0] }],
  [
    '見本の支えあい',
    ['作例 二葉', '作例 三郎'],
    '見本書房',
    2019,
    '369.26',
    { '01': [1, 0], '02': [1, 1] },
  ],
  [
    '架空の福祉 上',
    ['作例 四季'],
    '例出版',
    2022,
    '369',
    { '01': [1, 1], '04': [2, 2], '05': [1, 1] },
  ],
  [
    '架空の絵本のひろば',
    ['作例 五月'],
    '例出版',
    2024,
    '019.5',
    { '01': [1, 1], '05': [1, 1], '06': [1, 0] },
  ],
  ['絵本をひらく見本', ['作例 六花'], '例出版', 2018, '019.53', { '03': [1, 1], '05': [1, 0] }],
  ['読書案内の作例', ['作例 七海'], '作例社', 2023, '019', { '01': [1, 0] }],
  ['見本の体操', ['作例 八雲'], '作例社', 2021, '498.3', { '01': [1, 1], '07': [1, 1] }],
  ['作例の栄養学', ['作例 九重'], '作例社', 2020, '498.5', {}],
  ['見本の郷土', ['作例 十和'], '例出版', 2017, '291.36', { '01': [3, 2] }],
  ['架空の声楽', ['作例 百合'], '見本書房', 2016, '767.4', { '02': [1, 1] }],
  ['作例の書道', ['作例 千草'], '見本書房', 2015, '728', { '01': [1, 1], '06': [1, 1] }],
  ['見本の園芸', ['作例 万里'], '例出版', 2014, '629.7', { '04': [1, 1] }],
];

/** The books of the vendor's system. */
export const books = rows.map(([title, authors, publisher, year, ndc, copies], at) => ({
  bibId: `vendor-${at + 1}`,
  isbn: isbnOf(`97849999${String(1000 + at)}`),
  title,
  authors,
  publisher,
  year,
  ndc,
  copies: new Map(
    Object.entries(copies).map(([branch, [kept, onShelf]]) => [
      `132292-02${branch}`,
      { copies: kept, onShelf },
    ]),
  ),
}));
