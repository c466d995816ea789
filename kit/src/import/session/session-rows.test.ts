import { mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, test } from 'vitest';

import type { EventRecord } from '../dataset/record.js';
import type { ColumnMap } from '../mapping/column-map.js';
import { proposeMap } from '../mapping/propose.js';
import { readTableHead } from '../mapping/table-head.js';
import { type ReadOptions, readFile } from '../read.js';
import { reportLines, summaryText } from '../report.js';
import { aWorkbook, type BuiltCell } from '../workbook.builder.js';

const folder = mkdtempSync(join(tmpdir(), 'sessions-'));
afterAll(() => rm(folder, { recursive: true }));
let files = 0;

function file(content: string | Uint8Array): string {
  files += 1;
  const path = join(folder, `table-${files}`);
  writeFileSync(path, content);
  return path;
}

async function read(content: string | Uint8Array, options: ReadOptions = {}) {
  const reading = await readFile(file(content), options);
  const outcomes = [];
  for await (const outcome of reading) outcomes.push(outcome);
  // Every file of these tests is one of events.
  const records = outcomes.flatMap(({ record }) => (record ? [record as EventRecord] : []));
  return { outcomes, records, summary: reading.summary };
}

async function mapped(content: Uint8Array, rows?: ColumnMap['rows']): Promise<ColumnMap> {
  const { map, missing } = proposeMap(await readTableHead(file(content)), {
    columns: {},
    constants: {},
    carriedDown: [],
    rows,
    isFacility: () => false,
  });
  expect(missing).toEqual([]);
  return map;
}

const headers = ['講座', '回', '月日', '時間', 'ところ', 'テーマ', '人数', '費用'];
/** A list in which the name, the number of people and the fee of a course are merged over its rows. */
const sheet = (...rows: (readonly BuiltCell[])[]): Buffer =>
  aWorkbook({ 講座: [['令和13年度　こだま公民館　講座一覧'], headers, ...rows] });

const poems = [
  [
    'はじめての俳句',
    '第1回',
    '12/5(金)',
    '10:00～12:00',
    '第一学習室',
    '俳句とは',
    '20名',
    '500円',
  ],
  ['', '第2回', '12/12(金)', '', '', '季語をさがす', '', ''],
  ['', '第3回', '12/19(金)', '13:00～15:00', '視聴覚室', '句会', '', ''],
  ['', '第4回', '1/9(金)', '', '〃', '推敲', '', ''],
  ['', '第5回', '1/16(金)', '10:00～12:00', '第一学習室', '吟行', '', ''],
] as const;
const cakes = ['お菓子づくり', '', '12/6', '10:00～12:00', '調理室', '', '8名', ''];

const whenOf = (record: EventRecord | undefined) =>
  record?.sessions?.map(({ number, topic, venue, occurrences: [first] }) => [
    number,
    first?.date,
    first?.start,
    venue?.text,
    topic,
  ]);

describe('rows under one merged name', () => {
  test('are one course of as many sessions, each with its own day, time, place and theme', async () => {
    const list = sheet(...poems, cakes);

    const map = await mapped(list);
    const { records, outcomes, summary } = await read(list, { map });

    expect(map.rows).toBe('sessions');
    expect(records.map(({ name }) => name)).toEqual(['はじめての俳句', 'お菓子づくり']);
    expect(whenOf(records[0])).toEqual([
      [1, '2031-12-05', '10:00', '第一学習室', '俳句とは'],
      [2, '2031-12-12', '10:00', '第一学習室', '季語をさがす'],
      [3, '2031-12-19', '13:00', '視聴覚室', '句会'],
      [4, '2032-01-09', '13:00', '視聴覚室', '推敲'],
      [5, '2032-01-16', '10:00', '第一学習室', '吟行'],
    ]);
    expect(records[0]).toMatchObject({
      startsOn: '2031-12-05',
      endsOn: '2032-01-16',
      capacity: 20,
      fee: { yen: 500 },
    });
    expect([summary.rows, summary.setAside, summary.courses, summary.sessionRows]).toEqual([
      6, 0, 1, 5,
    ]);
    expect(outcomes[0]?.notes.at(-1)).toMatchObject({
      row: 3,
      code: 'ROWS_AS_SESSIONS',
      message: '3行目から7行目までの5行を、1つの講座の5回と読みました。',
    });
    expect(outcomes[0]?.notes.at(-1)?.remedy).toContain('--separate');
    expect(summaryText(summary)).toContain('複数の行を各回とした講座: 1件（5行）');
  });

  test('are separate where a person says so, each with the name of the course', async () => {
    const list = sheet(...poems);

    const map = { ...(await mapped(list, 'separate')), carriedDown: ['講座'] };
    const { records } = await read(list, { map });

    expect(map.rows).toBe('separate');
    expect(records.map(({ name, sessions }) => [name, sessions])).toEqual(
      poems.map(() => ['はじめての俳句', undefined]),
    );
  });

  test('keep their course though the first session is gone or another day comes', async () => {
    const map = await mapped(sheet(...poems));
    const [first, second, third, ...others] = poems;
    const keyIn = async (...rows: (readonly BuiltCell[])[]) =>
      (await read(sheet(...rows), { map })).records[0]?.key;

    const keys = [
      await keyIn(...poems),
      await keyIn(['はじめての俳句', ...second.slice(1)], third, ...others),
      await keyIn(['はじめての俳句', '第1回', '12/4', ...first.slice(3)], second),
      await keyIn(first),
    ];

    expect(new Set(keys).size).toBe(1);
  });

  test('of which one cannot be read lose that one alone, by row and column', async () => {
    const [first, second, third] = poems;
    const wrong = ['', '第2回', '12/32', ...second.slice(3)];
    const map = await mapped(sheet(...poems));

    const { records, outcomes } = await read(sheet(first, wrong, third), { map });

    expect(outcomes.map(({ kind }) => kind)).toEqual(['repaired', 'setAside', 'repaired']);
    expect(outcomes.map(reportLines)[1]).toMatch(/^4,月日,12\/32,除外,/);
    expect(whenOf(records[0])?.map(([number]) => number)).toEqual([1, 3]);
    expect(records.map(({ key, isPartlyRead }) => [key === records[0]?.key, isPartlyRead])).toEqual(
      [
        [true, true],
        [true, undefined],
      ],
    );
  });

  test('of which the first cannot be read are still that course', async () => {
    const [first, second, third] = poems;
    const map = await mapped(sheet(...poems));

    const { records } = await read(
      sheet([first[0], first[1], '未定', ...first.slice(3)], second, third),
      { map },
    );

    expect(records.map(({ name, sessions }) => [name, sessions?.length])).toEqual([
      ['はじめての俳句', undefined],
      ['はじめての俳句', 2],
    ]);
    expect(records[1]).toMatchObject({ capacity: 20, isPartlyRead: true });
  });

  test('that say something else of the course than its first row, or a number twice, are told to its owner', async () => {
    const [first, second] = poems;
    const map = await mapped(sheet(...poems));

    const { records, outcomes } = await read(
      sheet(first, [...second.slice(0, 1), '第1回', ...second.slice(2, 6), '15名', '']),
      { map },
    );

    expect(records[0]).toMatchObject({ capacity: 20 });
    expect(
      outcomes[1]?.notes.map(({ row, column, value, code }) => [row, column, value, code]),
    ).toEqual(
      expect.arrayContaining([
        [4, '人数', '15名', 'SESSION_DIFFERS'],
        [4, '', '', 'SESSION_NUMBER_TWICE'],
      ]),
    );
  });
});

describe('a list with the headers of the standard, that nobody mapped', () => {
  const names = (records: readonly EventRecord[]) =>
    records.map(({ name, occurrences }) => [name, occurrences.map(({ date }) => date)]);

  test.each([
    ['nothing', ''],
    ['〃', '〃'],
    ['同上', '同上'],
  ])('takes rows whose name is %s for sessions of the course above', async (_, mark) => {
    const { records } = await read(
      `イベント名,開始日,開始時間,場所名称,テーマ\n俳句,2031-12-05,10:00,こだま公民館,俳句とは\n${mark},2031-12-12,,,季語\n書道,2031-12-13,10:00,こだま公民館,\n`,
    );

    expect(names(records)).toEqual([
      ['俳句', ['2031-12-05', '2031-12-12']],
      ['書道', ['2031-12-13']],
    ]);
    expect(whenOf(records[0])).toEqual([
      [undefined, '2031-12-05', '10:00', 'こだま公民館', '俳句とは'],
      [undefined, '2031-12-12', '10:00', 'こだま公民館', '季語'],
    ]);
    expect(records[1]).not.toHaveProperty('sessions');
  });

  test('takes rows of the same name for sessions where their numbers go on', async () => {
    const { records } = await read(
      'イベント名,回,開始日\n俳句,第1回,2031-12-05\n俳句,第2回,2031-12-12\n俳句,第1回,2032-02-05\n俳句,,2032-03-05\n',
    );

    expect(names(records)).toEqual([
      ['俳句', ['2031-12-05', '2031-12-12']],
      ['俳句', ['2032-02-05']],
      ['俳句', ['2032-03-05']],
    ]);
  });

  test('guesses nothing: a row without a name that says more than a session does stays set aside', async () => {
    const { outcomes, records } = await read(
      'イベント名,開始日,定員,対象者\n俳句,2031-12-05,20,大人\n,2031-12-12,15,小学生\n',
    );

    expect(outcomes.map(({ kind }) => kind)).toEqual(['taken', 'setAside']);
    expect(outcomes[1]?.notes[0]).toMatchObject({ row: 3, code: 'NAME_MISSING' });
    expect(records).toHaveLength(1);
  });

  test('leaves classes of one name apart that each have a stretch of days', async () => {
    const { records } = await read(
      'イベント名,開始日,終了日,曜日\n体操,2031-12-02,2031-12-16,火\n〃,2031-12-04,2031-12-18,木\n',
    );

    expect(names(records)).toEqual([
      ['体操', ['2031-12-02', '2031-12-09', '2031-12-16']],
      ['体操', ['2031-12-04', '2031-12-11', '2031-12-18']],
    ]);
  });

  test('knows a course by a number that stands once over its rows', async () => {
    const { records, outcomes } = await read(
      'NO,イベント名,開始日\n7,俳句,2031-12-05\n〃,〃,2031-12-12\n8,書道,2031-12-13\n',
    );

    expect(records.map(({ key, sessions }) => [key, sessions?.length])).toEqual([
      ['7', 2],
      ['8', undefined],
    ]);
    expect(outcomes.flatMap(({ notes }) => notes.map(({ code }) => code))).not.toContain(
      'NUMBER_REPEATED',
    );
  });

  test('takes what each row describes for the theme of its session', async () => {
    const { records } = await read(
      'イベント名,開始日,内容\n俳句,2031-12-05,俳句とは\n,2031-12-12,季語をさがす\n',
    );

    expect(whenOf(records[0])?.map((session) => session.at(-1))).toEqual([
      '俳句とは',
      '季語をさがす',
    ]);
    expect(records[0]?.description).toBeUndefined();
  });
});

test('a theme is the name where a list has no other', async () => {
  const map = await mapped(
    aWorkbook({
      講演会: [
        ['月日', 'テーマ', 'ところ'],
        ['2031-12-05', '認知症を知る', '会議室'],
      ],
    }),
  );

  expect(map.columns).toMatchObject({ テーマ: '名称' });
});
