import { mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, test } from 'vitest';

import type { EventRecord } from '../dataset/record.js';
import type { FileProblem } from '../file-problem.js';
import { readFile } from '../read.js';
import { aWorkbook } from '../workbook.builder.js';
import { type ColumnMap, readColumnMap } from './column-map.js';
import { childrenSheet, kominkanSheet, sportsSheet } from './department-workbooks.builder.js';
import { type MapWishes, type Proposal, proposeMap } from './propose.js';
import { readTableHead } from './table-head.js';

const folder = mkdtempSync(join(tmpdir(), 'mapping-'));
afterAll(() => rm(folder, { recursive: true }));
let files = 0;

function file(content: string | Uint8Array): string {
  files += 1;
  const path = join(folder, `table-${files}`);
  writeFileSync(path, content);
  return path;
}

const facilities = new Set(['総合体育館', '武道場']);
async function proposed(
  content: string | Uint8Array,
  wishes: Partial<MapWishes> = {},
): Promise<Proposal> {
  const lines = await readTableHead(file(content), wishes.headerRow);
  return proposeMap(lines, {
    columns: {},
    constants: {},
    carriedDown: [],
    isFacility: (text) => facilities.has(text),
    ...wishes,
  });
}

async function readBy(map: ColumnMap, content: string | Uint8Array) {
  const reading = await readFile(file(content), { map, takenOn: '2026-11-20' });
  const outcomes = [];
  for await (const outcome of reading) outcomes.push(outcome);
  // Every map of these tests is one of events.
  const records = outcomes.flatMap(({ record }) => (record ? [record as EventRecord] : []));
  return { outcomes, records, summary: reading.summary };
}

const refusal = (work: Promise<unknown>): Promise<FileProblem> =>
  work.then(
    () => {
      throw new Error('it was taken');
    },
    (problem: FileProblem) => problem,
  );

const november = { year: 2026, month: 11 } as const;
const december = { year: 2026, month: 12 } as const;
const hall = {
  columns: { 'こだま公民館 {ところ}': '場所名称' },
  constants: { 主催: 'こだま公民館' },
};

describe("a community centre's own sheet", () => {
  test('is proposed from titles above, two rows of header and merged cells', async () => {
    const { map, missing, columns } = await proposed(kominkanSheet(december), hall);

    expect(missing).toEqual([]);
    expect(map).toMatchObject({ kind: 'event', constants: { 主催者: 'こだま公民館' } });
    expect(map.columns).toMatchObject({
      講座: '名称',
      とき_月日: '開始日',
      時間: '開始時間',
      対象: '対象者',
      募集_人数: '定員',
      費用: '料金(基本)',
      〆切: '申込期限日',
    });
    expect(map.carriedDown).toEqual(expect.arrayContaining(['講座', '対象', '費用', '〆切']));
    // It counts the rows: next month's 1 is another course.
    expect(map.columns).not.toHaveProperty('№');
    expect(columns.find(({ name }) => name === '担当者名')).toEqual({
      name: '担当者名',
      reason: '個人に関わるため読みません',
    });
  });

  test('is read by that map this month and next month, rows under one name as sessions of one course', async () => {
    const { map } = await proposed(kominkanSheet(november), hall);

    const { records, outcomes, summary } = await readBy(map, kominkanSheet(december));

    expect([summary.taken + summary.repaired, summary.setAside]).toEqual([5, 1]);
    expect(outcomes.at(-1)?.notes[0]?.code).toBe('FOOTER');
    expect(records.map(({ name, occurrences }) => [name, occurrences])).toEqual([
      [
        '冬の俳句入門',
        [
          { date: '2026-12-04', start: '10:00', end: '12:00' },
          { date: '2026-12-11', start: '10:00', end: '12:00' },
          { date: '2026-12-18', start: '13:00', end: '15:00' },
        ],
      ],
      ['親子でつくるお正月かざり', [{ date: '2026-12-18', start: '10:00', end: '12:00' }]],
      ['初めてのスマートフォン', [{ date: '2026-12-04', start: '14:00', end: '16:00' }]],
    ]);
    expect(records[0]?.sessions?.map(({ venue }) => venue?.text)).toEqual([
      'こだま公民館 第一学習室',
      'こだま公民館 第一学習室',
      'こだま公民館 視聴覚室',
    ]);
    expect(records[0]).toMatchObject({
      organiser: 'こだま公民館',
      venue: { text: 'こだま公民館 第一学習室' },
      capacity: 20,
      fee: { yen: 500 },
      applicationUntil: { date: '2026-11-20' },
    });
    expect(JSON.stringify(records)).not.toContain('田中');
  });

  test('with a column that is called otherwise is refused, and both columns are named', async () => {
    const { map } = await proposed(kominkanSheet(november), hall);

    const problem = await refusal(
      readBy(map, kominkanSheet({ ...december, renamed: { 費用: '参加費用' } })),
    );

    expect(problem.code).toBe('MAPPING_DIFFERS');
    expect(problem.found).toEqual({ gone: ['費用'], added: ['参加費用'] });
  });
});

test("a sports hall's list with Excel days, weekdays and a time over three cells is mapped and read", async () => {
  const { map, missing } = await proposed(sportsSheet(november), {
    columns: { '{時間}{時間#2}{時間#3}': '開始時間' },
  });
  const { records, summary } = await readBy(map, sportsSheet(december));

  expect(missing).toEqual([]);
  expect(map.columns).toMatchObject({
    教室コード: 'NO',
    クラス: '名称',
    開始: '開始日',
    最終日: '終了日',
    曜: '開催パターン',
    体育館: '場所名称',
    月謝: '料金(基本)',
    枠: '定員',
  });
  expect([summary.setAside, summary.otherSheets]).toEqual([0, ['注意']]);
  expect(records[0]).toMatchObject({
    key: 'A01',
    name: 'かんたんヨガ',
    fee: { yen: 3000 },
    capacity: 30,
  });
  expect(records[0]?.occurrences).toEqual(
    ['2026-12-08', '2026-12-15', '2026-12-22'].map((date) => ({
      date,
      start: '19:00',
      end: '20:30',
    })),
  );
});

test("a children's hall's sheet with 和暦 and words of children is mapped and read", async () => {
  const { map, missing } = await proposed(childrenSheet(november));
  const { records, summary } = await readBy(map, childrenSheet(december));

  expect([missing, summary.setAside]).toEqual([[], 0]);
  expect(
    records.map(({ name, occurrences: [first], contact }) => [name, first, contact.phone]),
  ).toEqual(
    [
      ['おもちつき', { date: '2026-12-06', start: '10:00', end: '11:30' }, undefined],
      ['ベビーマッサージ', { date: '2026-12-13', start: '10:30', end: '11:30' }, undefined],
      ['ボードゲームの日', { date: '2026-12-20', start: '13:30', end: '16:00' }, undefined],
    ].map(([name, first]) => [name, first, '042-000-1234']),
  );
});

test('days without a month are those of the month above the header, this month and the next', async () => {
  const sheet = (month: string, days: readonly string[]) =>
    aWorkbook({
      おたより: [
        [`${month}のおたより`],
        ['日', '曜', '行　事　名', '時　間', '対　象'],
        ...days.map((day) => [day, '', 'おもちつき', '２時～４時', '小学生以上']),
      ],
    });

  const { map } = await proposed(sheet('令和８年１２月', ['２', '５', '〃', '29～1/3']));
  const { records } = await readBy(map, sheet('令和９年１月', ['６', '9日']));

  expect(map.columns).toMatchObject({ 日: '開始日', '時　間': '開始時間' });
  expect(records.map(({ occurrences }) => occurrences)).toEqual([
    [{ date: '2027-01-06', start: '14:00', end: '16:00' }],
    [{ date: '2027-01-09', start: '14:00', end: '16:00' }],
  ]);
});

test('a range in 和暦, weekdays with times, and marks for the row above are known by what they are', async () => {
  const { map } = await proposed(
    '教室名,期間,曜日・時間,申込締切,定員\n体操①,令和8年12月5日～令和9年2月20日,毎週土曜日　９：３０～１０：４５,11月20日必着,２５名\n体操②,〃,毎週土曜日　１１：００～１２：１５,当日先着,〃\nヨガ,R8.12.3(木)～R9.1.28(木) 全8回,木曜　午前10時から11時30分,R8.11.27,30\n',
  );

  expect(map.columns).toEqual({
    教室名: '名称',
    期間: '開始日',
    '曜日・時間': '開始時間',
    申込締切: '申込期限日',
    定員: '定員',
  });
});

describe('a map', () => {
  const table = '月,日,曜,なまえ,場所\n12,6,日,こま回し,ホール\n12,13,日,凧あげ,広場\n';
  const wishes = {
    kind: 'event',
    columns: { '{月}月{日}日({曜})': 'start date', なまえ: '名称' },
  } as const;

  test('puts a day together out of several columns, in the year nearest to the delivery', async () => {
    const { map } = await proposed(table, { ...wishes, fiscalYear: 'delivery' });
    const { records } = await readBy(map, table);

    expect(records.map(({ startsOn }) => startsOn)).toEqual(['2026-12-06', '2026-12-13']);
  });

  test('does not mind columns in another order, nor a new one, which it names', async () => {
    const { map } = await proposed(table, { ...wishes, fiscalYear: 'delivery' });
    const { records, summary } = await readBy(
      map,
      '場所,なまえ,色,日,月,曜\nホール,こま回し,赤,6,12,日\n',
    );

    expect(records[0]).toMatchObject({ name: 'こま回し', startsOn: '2026-12-06' });
    expect(summary.difference).toEqual({ gone: [], unread: [], added: ['色'] });
  });

  test('says which columns its kind of file still needs', async () => {
    const { missing } = await proposed(table, {
      kind: 'event',
      columns: { なまえ: '-', '{月}月{日}日': '-' },
    });

    expect(missing[0]).toEqual(['名称']);
  });

  test('that a person wrote wrongly is refused with everything that is wrong', () => {
    const map = { kind: 'event', headers: ['なまえ'], columns: { 名: '名称', なまえ: '題名など' } };

    expect(() => readColumnMap(map)).toThrow(
      /「名」という列はファイルにありません.*「題名など」は event の項目ではありません/,
    );
    expect(() => readColumnMap({ ...map, kind: 'school' })).toThrow('kind');
  });

  test('never takes a column that names patrons or carries individual numbers', async () => {
    const patrons = aWorkbook({
      名簿: [
        ['講座', 'とき', '申込者氏名'],
        ['俳句', '2026-12-04', '山田'],
      ],
    });
    const numbers =
      '講座,とき,コード\n俳句,2026-12-04,123456789018\n短歌,2026-12-05,234567890121\n川柳,2026-12-06,345678901234\n';
    const named = await refusal(proposed(patrons));
    const numbered = await refusal(proposed(numbers));

    expect([named.code, named.found]).toEqual(['PERSONAL_DATA', { headers: ['申込者氏名'] }]);
    expect([numbered.code, numbered.found]).toEqual(['PERSONAL_DATA', { headers: ['コード'] }]);
    expect(() =>
      readColumnMap({ kind: 'event', headers: ['個人番号'], columns: { 個人番号: 'NO' } }),
    ).toThrow('個人を特定する列');
  });

  test('with a column that names patrons since is refused though it never read that column', async () => {
    const { map } = await proposed(table, wishes);

    const problem = await refusal(
      readBy(map, '月,日,曜,なまえ,場所,参加者名\n12,6,日,こま回し,ホール,山田\n'),
    );

    expect(problem.code).toBe('PERSONAL_DATA');
    expect(problem.message).not.toContain('山田');
  });
});
