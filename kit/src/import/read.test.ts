import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Encoding from 'encoding-japanese';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ImportRecord } from './dataset/record.js';
import type { FileProblem } from './file-problem.js';
import type { RowOutcome } from './outcome.js';
import { readFile, type ReadOptions } from './read.js';
import type { Summary } from './summary.js';
import { aWorkbook } from './workbook.builder.js';

let folder = '';
let files = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

interface Read {
  outcomes: RowOutcome[];
  records: ImportRecord[];
  summary: Summary;
  codes: string[];
}

async function read(
  content: string | Uint8Array,
  options: ReadOptions & { name?: string } = {},
): Promise<Read> {
  files += 1;
  const path = join(folder, options.name ?? `file-${files}`);
  await writeFile(path, content);
  const reading = await readFile(path, options);
  const outcomes: RowOutcome[] = [];
  for await (const outcome of reading) outcomes.push(outcome);
  const { summary } = reading;
  expect(summary.taken + summary.repaired + summary.setAside).toBe(outcomes.length);
  return {
    outcomes,
    summary,
    records: outcomes.flatMap(({ record }) => record ?? []),
    codes: outcomes.flatMap(({ notes }) => notes.map(({ code }) => code)),
  };
}

function record<K extends ImportRecord['kind']>(
  found: Read,
  kind: K,
  at = 0,
): Extract<ImportRecord, { kind: K }> {
  const one = found.records[at];
  if (one?.kind !== kind) throw new Error(`expected ${kind}, got ${one?.kind}`);
  // Its kind was just compared.
  return one as Extract<ImportRecord, { kind: K }>;
}

const refusal = (content: string | Uint8Array, options?: ReadOptions): Promise<FileProblem> =>
  read(content, options).then(
    () => {
      throw new Error('the file was read');
    },
    (problem: FileProblem) => problem,
  );

const nishi = { municipalityCode: '132292', municipalityName: '西東京市' };
const facilities =
  '都道府県コード又は市区町村コード,NO,名称,住所,緯度,経度\n132292,1,けやき会館,東京都西東京市中町一丁目1番1号,35.74,139.55\n';
const events = 'NO,イベント名,開始日,終了日,開始時間,終了時間,場所名称\n';

test('a clean row is taken without a note', async () => {
  const found = await read(facilities);

  expect(found.outcomes[0]).toMatchObject({ kind: 'taken', row: 2, notes: [] });
  expect(record(found, 'facility')).toMatchObject({
    key: '1',
    name: 'けやき会館',
    municipalityCode: '132292',
  });
});

test.each([
  ['UTF-8（BOM付き）', Buffer.from(`\ufeff${facilities}`)],
  ['UTF-8', Buffer.from(facilities)],
  [
    'CP932（Shift_JIS）',
    Buffer.from(
      Encoding.convert(Encoding.stringToCode(facilities), { to: 'SJIS', from: 'UNICODE' }),
    ),
  ],
  [
    'EUC-JP',
    Buffer.from(
      Encoding.convert(Encoding.stringToCode(facilities), { to: 'EUCJP', from: 'UNICODE' }),
    ),
  ],
  ['UTF-16LE', Buffer.from(`\ufeff${facilities}`, 'utf16le')],
])('%s is detected and read', async (name, bytes) => {
  const found = await read(bytes);

  expect(found.summary.encoding).toBe(name);
  expect(record(found, 'facility').name).toBe('けやき会館');
});

test('machine-dependent letters of CP932 are read', async () => {
  const head = Buffer.from(
    Encoding.convert(Encoding.stringToCode('NO,名称,住所\n1,'), { to: 'SJIS', from: 'UNICODE' }),
  );
  const found = await read(
    Buffer.concat([head, Buffer.from([0x87, 0x40, 0xfb, 0xfc, 0xfa, 0xb1]), Buffer.from(',x\n')]),
  );

  expect(record(found, 'facility').name).toBe('①髙﨑');
});

test('bytes that are no letter are reported in their cell', async () => {
  const found = await read(
    Buffer.concat([
      Buffer.from(`NO,名称,住所\n1,けやき`),
      Buffer.from([0xff]),
      Buffer.from(',東京都西東京市中町\n'),
    ]),
  );

  expect(found.outcomes[0]?.notes).toMatchObject([
    { row: 2, column: '名称', code: 'UNDECODABLE', level: 'problem' },
  ]);
});

test('a row in another encoding than its file is set aside: nobody could read its name', async () => {
  const stray = Encoding.convert(Encoding.stringToCode('2,混在の講座,2027-03-10,,,,本町会館\n'), {
    to: 'SJIS',
    from: 'UNICODE',
  });
  const found = await read(
    Buffer.concat([
      Buffer.from(`\ufeff${events}1,読める講座,2027-03-10,,,,\n`),
      Buffer.from(stray),
    ]),
  );

  expect(found.outcomes.map(({ kind }) => kind)).toEqual(['taken', 'setAside']);
  expect(found.outcomes[1]?.notes.map(({ code }) => code)).toContain('NAME_UNDECODABLE');
});

test('a finding about a cell that is read twice is told once', async () => {
  const found = await read('NO,イベント名,開始日,説明\n1,講座,2027-03-10,ゼロ幅\u200b空白\n');

  expect(found.outcomes[0]?.notes.map(({ column, code }) => [column, code])).toEqual([
    ['説明', 'TEXT_CLEANED'],
  ]);
});

test.each([
  ['tab', facilities.replaceAll(',', '\t'), 'tsv'],
  ['semicolon', facilities.replaceAll(',', ';'), 'csv'],
  ['CRLF', facilities.replaceAll('\n', '\r\n'), 'csv'],
  ['CR', facilities.replaceAll('\n', '\r'), 'csv'],
])('a table with %s is read', async (_name, text, format) => {
  const found = await read(text);

  expect(found.summary.format).toBe(format);
  expect(found.outcomes.map(({ kind }) => kind)).toEqual(['taken']);
});

test('line ends and quotes inside cells keep the numbers of the lines true', async () => {
  const found = await read(
    'NO,名称,住所,説明\n1,甲館,住所甲,"一行目\n二行目 ""引用"""\n2,乙館,住所乙,\n',
  );

  expect(found.outcomes.map(({ row }) => row)).toEqual([2, 4]);
  expect(record(found, 'facility').description).toBe('一行目\n二行目 "引用"');
});

test('a quote that is never closed refuses the whole file and names the line', async () => {
  const problem = await refusal('NO,名称,住所\n1,甲館,住所\n2,"乙館,住所\n3,丙館,住所\n');

  expect(problem.code).toBe('QUOTE_NOT_CLOSED');
  expect(problem.message).toContain('3行目');
});

test('a quote that draws rows into one cell sets that row aside and says so', async () => {
  const found = await read(
    'NO,名称,住所,備考\n1,甲館,"中町1-1,\n2,乙館,中町1-2,\n3,"丙館",中町1-3,\n4,丁館,中町1-4,\n',
  );

  expect(found.codes).toEqual(['QUOTE_MISPLACED']);
  expect(found.records).toMatchObject([{ name: '丁館' }]);
});

test('a preamble above the header is passed over, counted and asked for the fiscal year', async () => {
  const found = await read(
    `令和４年度　催し物一覧\n\n西東京市\n${events}1,歌う会,5/1,,10:00,11:00,けやき会館\n`,
  );

  expect(found.summary).toMatchObject({ headerRow: 4, reference: { fiscalYear: 2022 } });
  expect(found.summary.preamble.map(({ row }) => row)).toEqual([1, 3]);
  expect(record(found, 'event').occurrences).toEqual([
    { date: '2022-05-01', start: '10:00', end: '11:00' },
  ]);
  expect(found.codes).toContain('DATE_YEAR_ADDED');
});

test('a header in two rows is merged', async () => {
  const found = await read(
    'NO,名称,所在地,,,連絡先,\n,,連結表記,緯度,経度,電話番号,内線番号\n1,甲館,東京都西東京市中町1-1,35.74,139.55,042-438-4037,2714\n',
  );

  expect(found.summary.isHeaderMerged).toBe(true);
  expect(record(found, 'facility')).toMatchObject({
    location: { address: '東京都西東京市中町1-1', point: { latitude: 35.74 } },
    contact: { phone: '042-438-4037', extension: '2714' },
  });
});

test('headers are known however they are written and wherever they stand', async () => {
  const found = await read(
    '備考,経度,緯度,住所（必須）,名称＿カナ,「名称」,ＮＯ,都道府県コ―ド又は市区町村コ－ド\n,139.55,35.74,東京都西東京市中町1-1,コウカン,甲館,7,132292\n',
  );

  expect(record(found, 'facility')).toMatchObject({
    name: '甲館',
    nameKana: 'コウカン',
    number: '7',
    municipalityCode: '132292',
  });
  expect(found.summary.columns.every(({ use }) => use === 'read')).toBe(true);
});

test('a header again in the middle is set aside and read where its columns stand otherwise', async () => {
  const found = await read(
    'NO,名称,住所,備考\n1,甲館,中町1-1,\nNO,名称,住所,備考\n2,乙館,中町1-2,\n住所,名称,備考,NO\n中町1-3,丙館,,3\n',
  );

  expect(found.codes).toEqual(['HEADER_REPEATED', 'HEADER_REPEATED']);
  expect(found.records).toMatchObject([
    { name: '甲館' },
    { name: '乙館' },
    { name: '丙館', number: '3', location: { address: '中町1-3' } },
  ]);
});

test('blank rows are counted, notes and totals below the table are set aside', async () => {
  const found = await read(
    'NO,名称,住所,収容人数\n1,甲館,中町1-1,30\n,,,\n合計,,,30\n※休館中の施設を除く。,,,\n',
  );

  expect(found.summary).toMatchObject({ rows: 3, taken: 1, setAside: 2, blankRows: 1 });
  expect(found.codes).toEqual(['TOTAL_ROW', 'FOOTER']);
});

test('columns that no kind knows are kept and named once', async () => {
  const found = await read('NO,名称,住所,色\n1,甲館,中町1-1,青\n');

  expect(record(found, 'facility').extra).toEqual({ 色: '青' });
  expect(found.summary.columns.filter(({ use }) => use === 'extra')).toEqual([
    { header: '色', use: 'extra' },
  ]);
});

test('two columns of one name both stay', async () => {
  const found = await read('NO,名称,住所,備考,備考\n1,甲館,中町1-1,,あとの備考\n');

  expect(record(found, 'facility')).toMatchObject({
    remarks: 'あとの備考',
    raw: { 備考: '', '備考#5': 'あとの備考' },
  });
});

test('a short row is filled and said, a row with cells too many is set aside', async () => {
  const found = await read('NO,名称,住所,備考\n1,甲館,中町1-1\n2,乙館,中町1-2,大きい,庭つき\n');

  expect(found.outcomes.map(({ kind }) => kind)).toEqual(['repaired', 'setAside']);
  expect(found.codes).toEqual(['ROW_SHORT', 'ROW_TOO_LONG']);
});

test('a row that only a thousands comma made too long is put together again', async () => {
  const found = await read('NO,講座名,開始日,受講料,定員\n1,歌う会,2022-05-01,2,000円,20\n');

  expect(found.codes).toContain('ROW_REJOINED');
  expect(record(found, 'event')).toMatchObject({ fee: { kind: 'PAID', yen: 2000 }, capacity: 20 });
});

test('the very same row again is set aside', async () => {
  const found = await read(
    `${facilities}132292,1,けやき会館,東京都西東京市中町一丁目1番1号,35.74,139.55\n`,
  );

  expect(found.outcomes.map(({ kind }) => kind)).toEqual(['taken', 'setAside']);
  expect(found.codes).toEqual(['ROW_REPEATED']);
  expect(found.records.map(({ key }) => key)).toEqual(['1']);
});

const glued = `${events}1,歌う会,2022-05-01,2022-05-01,10:00,11:00,甲館\n2,描く会,2022-05-02,2022-05-02,10:00,11:00,甲館\n1,読む会,2022-06-01,2022-06-01,10:00,11:00,乙館\n1,読む会,2022-06-01,2022-06-01,10:00,12:00,乙館\n`;

test('numbers that repeat in a file give every row a key of its own, the same at every reading', async () => {
  const [first, second] = [await read(glued), await read(glued)];
  const keys = first.records.map(({ key }) => key);

  expect(new Set(keys).size).toBe(4);
  expect(keys[1]).toBe('2');
  expect(second.records.map(({ key }) => key)).toEqual(keys);
  expect(first.summary.repeatedNumbers).toBe(3);
});

test('a row keeps its key when rows are put before it or its details change', async () => {
  const before = await read(glued);
  const after = await read(
    glued
      .replace(
        '終了時間,場所名称\n',
        '終了時間,場所名称\n9,新しい会,2022-04-01,2022-04-01,9:00,10:00,丙館\n',
      )
      .replace('10:00,11:00,甲館\n2', '10:00,11:30,甲館\n2'),
  );

  expect(after.records[1]?.key).toBe(before.records[0]?.key);
});

test('rows of another municipality are set aside with their record, things held elsewhere are taken and marked', async () => {
  const text =
    '市区町村コード,NO,イベント名,開始日,住所市区町村,住所町名\n132292,1,歌う会,2022-05-01,西東京市,中町\n131156,2,描く会,2022-05-01,杉並区,荻窪\n132292,3,歩く会,2022-05-01,青梅市,駅前\n,4,泳ぐ会,2022-05-01,小平市,仲町\n';
  const found = await read(text, { scope: nishi });

  expect(found.outcomes.map(({ kind, belonging }) => [kind, belonging?.by])).toEqual([
    ['taken', 'code'],
    ['setAside', 'code'],
    ['taken', 'venue'],
    ['setAside', 'address'],
  ]);
  expect(found.records).toHaveLength(4);
});

test('a lost zero of a code is restored by its check digit before the scope is asked', async () => {
  const found = await read('市区町村コード,NO,名称,住所\n13229,1,甲館,中町1-1\n', { scope: nishi });

  expect(found.outcomes[0]).toMatchObject({
    kind: 'repaired',
    belonging: { isInside: true, by: 'code' },
  });
});

test('nothing, blank lines and a header alone are empty, a row is not', async () => {
  for (const text of ['', '\n\n', 'NO,名称,住所\n', `NO,名称,住所\n${',,\n'.repeat(100)}`]) {
    expect((await read(text)).summary.empty).toBe(true);
  }
  expect((await read(facilities)).summary.empty).toBe(false);
});

test.each([
  ['an error page', '<!DOCTYPE html><html><body>503</body></html>', 'NOT_A_TABLE'],
  ['JSON', '[{"名称":"甲館"}]', 'NOT_A_TABLE'],
  ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'NOT_A_TABLE'],
  ['a zip that is no workbook', Buffer.from('PK\u0003\u0004hello'), 'WORKBOOK_UNREADABLE'],
  ['another table', 'notation,level\n0,1\n', 'HEADER_NOT_FOUND'],
  ['a list of hospitals', 'NO,名称,住所,診療科目\n1,甲医院,中町1-1,内科\n', 'DATASET_UNKNOWN'],
])('%s is refused with its name', async (_name, content, code) => {
  const problem = await refusal(content);

  expect(problem.code).toBe(code);
  expect(problem.remedy).not.toBe('');
});

test('a table of an unknown kind is refused with its headers and the nearest kinds', async () => {
  const problem = await refusal('NO,名称,色\n1,赤,青\n');

  expect(problem.code).toBe('DATASET_UNKNOWN');
  expect(problem.found['headers']).toEqual(['NO', '名称', '色']);
  expect(problem.found['nearest']?.length).toBeGreaterThan(0);
});

test('a kind that is given decides', async () => {
  const found = await read('NO,名称,住所,診療科目\n1,甲医院,中町1-1,内科\n', {
    dataset: 'facility',
  });

  expect(record(found, 'facility').extra).toEqual({ 診療科目: '内科' });
});

test.each([
  'NO,書名,著者,貸出日,利用者番号\n1,本,人,2022-05-01,12345\n',
  'NO,名称,住所,個人番号\n1,甲,中町,123456789012\n',
  'NO,氏名,生年月日,住所\n1,山田,2000-01-01,中町\n',
  'NO,講座名,開始日,受講者氏名\n1,歌,2022-05-01,山田\n',
])(
  'a file that names patrons or carries personal numbers is refused without showing a value',
  async (text) => {
    const problem = await refusal(text);

    expect(problem.code).toBe('PERSONAL_DATA');
    expect(`${problem.message}${JSON.stringify(problem.found)}`).not.toMatch(/12345|山田/);
  },
);

test('counts of people are not people', async () => {
  const found = await read('NO,講座名,開始日,参加者数\n1,歌,2022-05-01,30\n');

  expect(record(found, 'event').extra).toEqual({ 参加者数: '30' });
});

test('a private person beside an organisation is not read, not even as raw text', async () => {
  const found = await read(
    'NO,イベント名,開始日,連絡先名称,連絡先電話番号,担当者名\n1,歌う会,2022-05-01,みどりの会　佐藤,090-1234-5678,山田花子\n2,描く会,2022-05-02,健康課　保健係,042-438-4037,\n',
  );

  expect(JSON.stringify(found.outcomes)).not.toMatch(/佐藤|1234|山田/);
  expect(found.codes).toEqual(['MOBILE_WITHHELD', 'PERSON_REMOVED']);
  expect(record(found, 'event', 1).contact).toEqual({
    name: '健康課　保健係',
    phone: '042-438-4037',
  });
});

test.each([
  [
    '2022-05-01,2022-05-03,10:00,17:00',
    [{ date: '2022-05-01', lastDate: '2022-05-03', start: '10:00', end: '17:00' }],
  ],
  ['令和4年5月1日(日),,午後2時〜4時,', [{ date: '2022-05-01', start: '14:00', end: '16:00' }]],
  [
    '2022年5月1日(日)・8日(日),,10:00,11:00',
    [
      { date: '2022-05-01', start: '10:00', end: '11:00' },
      { date: '2022-05-08', start: '10:00', end: '11:00' },
    ],
  ],
  ['2022/5/1 13:30,,,', [{ date: '2022-05-01', start: '13:30' }]],
  ['2022年5月1日(日) 午前10時〜正午,,,', [{ date: '2022-05-01', start: '10:00', end: '12:00' }]],
  ['5月1日,2022-05-03,,', [{ date: '2022-05-01', lastDate: '2022-05-03' }]],
  ['2022-12-28,1月5日,,', [{ date: '2022-12-28', lastDate: '2023-01-05' }]],
  [',2022-05-03,10:00,11:00', [{ date: '2022-05-03', start: '10:00', end: '11:00' }]],
  ['2022-05-01,,日没,', [{ date: '2022-05-01' }]],
  ['2022-05-01,,18:00,24:00', [{ date: '2022-05-01', start: '18:00', end: '24:00' }]],
  [
    '2022-05-01,,22:00,25:30',
    [{ date: '2022-05-01', start: '22:00', end: '01:30', endsNextDay: true }],
  ],
  ['2022-05-01,,13:00,11:00', [{ date: '2022-05-01', start: '13:00' }]],
  ['2022-05-03,2022-05-01,10:00,11:00', [{ date: '2022-05-03', start: '10:00', end: '11:00' }]],
])('an event on %s takes place so', async (cells, occurrences) => {
  const found = await read(`${events}1,歌う会,${cells},甲館\n`);

  expect(record(found, 'event').occurrences).toEqual(occurrences);
});

test('a pattern of weekdays within a span gives the days it falls on', async () => {
  const found = await read(
    'NO,名称,開催パターン,開始日,終了日\n1,甲,13Mo,2025-06-02,2025-07-31\n2,乙,6Fr,2025-06-01,2025-07-31\n3,丙,7Su,2025-06-01,2025-07-31\n',
  );
  const days = (at: number): string[] =>
    record(found, 'event', at).occurrences.map(({ date }) => date);

  expect(days(0)).toEqual(['2025-06-02', '2025-06-16', '2025-07-07', '2025-07-21']);
  expect(days(1)).toEqual(['2025-06-27', '2025-07-25']);
  expect(record(found, 'event', 2).occurrences).toEqual([
    { date: '2025-06-01', lastDate: '2025-07-31' },
  ]);
});

test('the end of an application keeps its time wherever it stands', async () => {
  const found = await read(
    'NO,名称,開始日,申込開始日,申込期限日,申込期限時刻\n1,甲,2025-06-02,2025-05-01T10:00,5月20日 17時まで,\n2,乙,2025-06-02,,2025-05-20,正午\n',
  );

  expect(record(found, 'event')).toMatchObject({
    applicationFrom: { date: '2025-05-01', time: '10:00' },
    applicationUntil: { date: '2025-05-20', time: '17:00' },
  });
  expect(record(found, 'event', 1).applicationUntil).toEqual({ date: '2025-05-20', time: '12:00' });
});

test('an application that ends before it begins loses its end, and the account says so', async () => {
  const found = await read(
    'NO,イベント名,開始日,申込開始日,申込終了日\n1,講座,2026-10-01,2026-09-20,2026-09-10\n2,催し,2026-10-01,2026-09-20,2026-09-20\n',
  );

  expect(record(found, 'event').applicationFrom).toEqual({ date: '2026-09-20' });
  expect(record(found, 'event').applicationUntil).toBeUndefined();
  expect(record(found, 'event').remarks).toContain('2026-09-10');
  expect(record(found, 'event', 1).applicationUntil).toEqual({ date: '2026-09-20' });
  expect(found.codes).toEqual(['APPLICATION_REVERSED']);
});

test('an event without a day is set aside with its record and its words', async () => {
  const found = await read(`${events}1,歌う会,毎週火曜日,,10:00,11:00,甲館\n`);

  expect(found.outcomes[0]?.kind).toBe('setAside');
  expect(found.codes).toEqual(['DATE_UNREADABLE', 'DATE_MISSING']);
  expect(record(found, 'event').dateNote).toBe('開始日：毎週火曜日');
});

test('a year that is not written comes from the rows before, else from the date in the name of the file', async () => {
  const rows = await read(`${events}1,歌う会,2022-12-20,,,,甲館\n2,描く会,1月15日,,,,甲館\n`);
  const name = await read(`${events}1,歌う会,1月15日,,,,甲館\n`, {
    name: '132292_event_20221120.csv',
  });

  expect(record(rows, 'event', 1).occurrences[0]?.date).toBe('2023-01-15');
  expect(record(name, 'event').occurrences[0]?.date).toBe('2023-01-15');
});

test('a venue stands in the column that names it, else where people meet, else in the building', async () => {
  const found = await read(
    'NO,名称,開始日,場所名称,集合場所,建物名等\n1,甲,2022-05-01,けやき会館,門前,\n2,乙,2022-05-01,,けやき公民館　第1学習室,\n3,丙,2022-05-01,,,けやきビル3階\n4,丁,2022-05-01,,オンライン,\n',
  );
  const venues = found.records.map((_, at) => record(found, 'event', at).venue);

  expect(venues).toEqual([
    { text: 'けやき会館', column: '場所名称', isOnline: false },
    { text: 'けやき公民館　第1学習室', column: '集合場所', room: '第1学習室', isOnline: false },
    { text: 'けやきビル3階', column: '建物名等', room: '3階', isOnline: false },
    { text: 'オンライン', column: '集合場所', isOnline: true },
  ]);
});

test('what a converter did to a number is undone by the trace that it left', async () => {
  const found = await read(
    'NO,名称,開始日,定員,料金(基本),料金(詳細),備考\n1,甲,2022-05-01,1900,1901,中学生以下無料\\n,\n'.replace(
      '中学生以下無料\\n,',
      '"全席指定\n料金(基本): 1901/5/14","各20人\n定員: 1900/1/20"',
    ),
  );

  expect(record(found, 'event')).toMatchObject({
    capacity: 20,
    fee: { kind: 'PAID', yen: 500, text: '全席指定' },
    remarks: '各20人',
  });
});

test('a childcare facility is read in the current edition', async () => {
  const found = await read(
    '全国地方公共団体コード,ID,名称,種別,所在地_連結表記,受入年齢,利用可能曜日,開始時間,終了時間,一時預かりの有無,病児保育の有無,授乳室,子供預かり料金種別\n132292,1,けやき保育園,認可公立保育所,東京都西東京市中町1-1,1歳6か月〜3歳,月火水木金,7:30,18:30,有,×,不明,無料\n',
  );

  expect(record(found, 'childcare')).toMatchObject({
    acceptedAges: { fromMonths: 18, belowMonths: 48 },
    temporaryCare: 'YES',
    sickChildCare: 'NO',
    nursingRoom: 'UNKNOWN',
    careFee: { kind: 'FREE' },
    hours: { opens: '07:30', closes: '18:30' },
  });
});

test('words in the columns of times go into the note of the hours', async () => {
  const found = await read(
    'NO,名称,住所,利用可能曜日,開始時間,終了時間,利用可能日時特記事項\n1,甲広場,中町1-1,不定期,日の出,日没,年末年始を除く\n2,乙広場,中町1-2,毎日,24時間利用可能,24,\n',
  );

  expect(record(found, 'facility').hours).toEqual({
    note: '年末年始を除く\n利用可能曜日：不定期\n開始時間：日の出\n終了時間：日没',
  });
  expect(record(found, 'facility', 1).hours).toMatchObject({ opens: '00:00', closes: '24:00' });
});

test('hazards of an evacuation site are known or unknown', async () => {
  const found = await read(
    'ID,名称,住所,災害種別_洪水,災害種別_地震,災害種別_津波,想定収容人数\n1,けやき公園,西東京市中町1-1,1.0,○,,"1,200人"\n',
  );

  expect(record(found, 'evacuation-site')).toMatchObject({
    hazards: { flood: 'YES', earthquake: 'YES', tsunami: 'UNKNOWN' },
    capacity: 1200,
  });
});

test('a private owner of a cultural property is not read, an organisation is', async () => {
  const found = await read(
    'NO,名称,文化財分類,所有者等,文化財指定日\n1,庚申塔,市指定有形民俗文化財,山田太郎,昭和50年4月1日\n2,板碑,市指定有形文化財;重要文化財,けやき寺,1975-04-01\n',
  );

  expect(JSON.stringify(found.outcomes)).not.toContain('山田');
  expect(record(found, 'cultural-property')).toMatchObject({ designatedOn: '1975-04-01' });
  expect(record(found, 'cultural-property', 1)).toMatchObject({
    owner: 'けやき寺',
    designations: ['市指定有形文化財', '重要文化財'],
  });
});

test('population is read by area and age, and sums that differ are said', async () => {
  const found = await read(
    '地域コード,調査年月日,地域名,総人口,男性,女性,0-4歳の男性,0－4歳の女性,85歳以上の男性,85歳以上の女性,世帯数\n1,令和4年4月1日,中町一丁目,"1,000",500,500,300,200,200,300,400\n2,2022-04-01,中町二丁目,10,5,6,5,6,0,0,4\n,,合計,1010,505,506,305,206,200,300,404\n',
  );

  expect(record(found, 'population')).toMatchObject({
    areaName: '中町一丁目',
    surveyedOn: '2022-04-01',
    total: 1000,
    ages: [
      { from: 0, to: 4, male: 300, female: 200 },
      { from: 85, male: 200, female: 300 },
    ],
  });
  expect(found.outcomes.map(({ kind }) => kind)).toEqual(['repaired', 'repaired', 'setAside']);
  expect(found.codes).toContain('SUM_DIFFERS');
});

test('a list of books is read from columns or from one cell of bibliography', async () => {
  const columns = await read(
    'タイトル,著者,出版者,出版年,ISBN,NDC\n森の本,"山川, 緑, 1950-",けやき書房,[1999],4-00-310101-4,K913.6\n',
  );
  const whole = await read(
    '順位,貸出数,書誌情報,分類\n1,42,森の本　（けやき文庫 3）　山川 緑／著　けやき書房　2009.5　20cm　554p,913.6\n',
  );

  expect(record(columns, 'title')).toMatchObject({
    authors: ['山川 緑'],
    publishedYear: 1999,
    isbn: '9784003101018',
    localClass: 'K913.6',
  });
  expect(record(whole, 'title')).toMatchObject({
    title: '森の本',
    series: 'けやき文庫 3',
    authors: ['山川 緑'],
    publisher: 'けやき書房',
    publishedYear: 2009,
    ndc: '913.6',
    rank: 1,
  });
});

test('a workbook is known by its bytes, its days are days, and sheets without a table are named', async () => {
  const found = await read(
    aWorkbook({
      説明: [['この表の見方'], ['ご自由にお使いください']],
      一覧: [
        ['令和4年度の催し'],
        [],
        ['NO', 'イベント名', '開始日', '開始時間', '定員'],
        [1, '歌う会', { serial: 44_682 }, 0.375, 30],
      ],
    }),
    { name: 'list.csv' },
  );

  expect(found.summary).toMatchObject({
    format: 'xlsx',
    sheet: '一覧',
    otherSheets: ['説明'],
    headerRow: 3,
  });
  expect(found.outcomes[0]?.row).toBe(4);
  expect(record(found, 'event')).toMatchObject({
    occurrences: [{ date: '2022-05-01', start: '09:00' }],
    capacity: 30,
  });
});

test('a mark for the row above is what stands there, also over a blank line, in every column; above nothing it is told', async () => {
  const found = await read(
    'イベント名,開始日,開始時間,場所名称,定員\n俳句,2026-12-04,10:00,〃,20\n句会,2026-12-11,〃,こだま公民館,同上\n,,,,\n吟行,2026-12-18,〃,〃,〃\n',
  );

  expect(record(found, 'event', 1)).toMatchObject({
    capacity: 20,
    occurrences: [{ date: '2026-12-11', start: '10:00' }],
  });
  expect(record(found, 'event', 2)).toMatchObject({
    capacity: 20,
    venue: { text: 'こだま公民館' },
  });
  expect(record(found, 'event').venue).toBeUndefined();
  expect(
    found.outcomes.map(({ notes }) => notes.map(({ code, message }) => [code, message])),
  ).toEqual([
    [['NOTHING_ABOVE', '「場所名称」が「〃」ですが、上の行に値がありません。空欄とみなしました。']],
    [['SAME_AS_ABOVE', '「開始時間」「定員」の「〃」を、上の行と同じと読みました。']],
    [['SAME_AS_ABOVE', '「開始時間」「場所名称」「定員」の「〃」を、上の行と同じと読みました。']],
  ]);
});

test('weekdays that stand before the times say on which days of a range it is held', async () => {
  const found = await read(
    'イベント名,開始日,終了日,開始時間,場所名称\n体操,2026-12-05,2026-12-20,毎週土曜日　９：３０～１０：４５,体育館\n',
  );

  expect(record(found, 'event').occurrences).toEqual(
    ['2026-12-05', '2026-12-12', '2026-12-19'].map((date) => ({
      date,
      start: '09:30',
      end: '10:45',
    })),
  );
  expect(found.codes).toContain('PATTERN_EXPANDED');
});

test('a number of times that the weekdays do not give is told to its owner', async () => {
  const found = await read(
    'イベント名,開始日,開始時間\nヨガ,R8.12.3(木)～R9.1.28(木) 全8回,木曜 10:00～11:30\n書道,R8.12.3(木)～R9.1.21(木) 全8回,木曜 13:00～\n',
  );

  const told = found.outcomes.map(({ notes }) =>
    notes.flatMap(({ code, message }) => (code === 'COUNT_DIFFERS' ? message : [])),
  );
  expect(told).toEqual([['全8回とありますが、開催日は 9 日になりました。'], []]);
});
