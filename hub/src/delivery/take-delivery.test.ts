import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import {
  childrenSheet,
  kominkanSheet,
  sportsSheet,
  type WorkbookMonth,
} from '@manabi/kit/import/mapping/department-workbooks.builder';
import { proposeMap } from '@manabi/kit/import/mapping/propose';
import { readTableHead } from '@manabi/kit/import/mapping/table-head';
import { aWorkbook } from '@manabi/kit/import/workbook.builder';
import { aStudyRoom } from '@manabi/kominkan/study-room/study-room.builder';
import { describe, expect, test } from 'vitest';

import { askedIn } from '../command/map.js';
import { KeptMaps } from './kept-maps.js';
import { mapPreview } from './map-preview.js';
import { aTakingCity, type TakingCity } from './open-taking-city.builder.js';

/** A month that is over whenever this runs, and one that is to come. */
const past: WorkbookMonth = { year: 2021, month: 11 };
const november: WorkbookMonth = { year: 2031, month: 11 };
const december: WorkbookMonth = { year: 2031, month: 12 };

/** Maps a file as the command does; answers what the person who maps it reads. */
async function mapped(city: TakingCity, file: string, words: readonly string[]): Promise<string> {
  const { wishes, department, dataset, mode } = askedIn([file, ...words]);
  const proposal = proposeMap(await readTableHead(file), { ...wishes, isFacility: () => false });
  new KeptMaps(city.home).keep({ department, dataset, mode, map: proposal.map });
  return mapPreview(file, proposal);
}

const ownFiles = [
  {
    department: 'kominkan',
    sheet: kominkanSheet,
    table: 'course',
    words: ['--column', 'こだま公民館 {ところ}=場所名称', '--constant', '主催者=こだま公民館'],
    names: ['冬の俳句入門', '初めてのスマートフォン', '親子でつくるお正月かざり'],
  },
  {
    department: 'sports',
    sheet: sportsSheet,
    table: 'sports_class',
    words: ['--column', '{時間}{時間#2}{時間#3}=開始時間'],
    names: ['かんたんヨガ', 'キッズ体操', '健康ウォーキング'],
  },
  {
    department: 'welfare',
    sheet: childrenSheet,
    table: 'care_program',
    words: [],
    names: ['おもちつき', 'ベビーマッサージ', 'ボードゲームの日'],
  },
] as const;

test.each(ownFiles)(
  'the own workbook of $department is mapped once, and next month it is taken without a hand',
  async ({ department, sheet, table, words, names }) => {
    const city = await aTakingCity(department);
    const first = city.file('list_202111.xlsx', sheet(past));

    const preview = await mapped(city, first, ['--department', department, '--full', ...words]);
    const before = await city.take(first);
    const next = await city.take(city.file('list_203112.xlsx', sheet(december)));

    expect(preview).toContain('列の対応:');
    expect(preview).toMatch(/行目（.*） .*名称: .*(?:日時|各回): /);
    expect([before.record.state, before.record.dataset, before.record.isMapped]).toEqual([
      'APPLIED',
      'list',
      true,
    ]);
    expect([next.record.state, next.record.isMapped]).toEqual(['APPLIED', true]);
    const rows = await city.places
      .em(department)
      .execute<{ name: string }[]>(
        `select title ->> 'ja' as name from ${table} where withdrawn_at is null and starts_at >= '2031-12-01' order by 1`,
      );
    expect(rows.map(({ name }) => name).toSorted()).toEqual([...names].toSorted());
  },
);

describe('once it is mapped', () => {
  const words = ['--department', 'kominkan', '--full', ...ownFiles[0].words];

  async function aMappedCity(): Promise<TakingCity> {
    const city = await aTakingCity('kominkan');
    const file = city.file('list_203111.xlsx', kominkanSheet(november));
    await mapped(city, file, words);
    await city.take(file);
    return city;
  }

  const standing = async (city: TakingCity) => {
    const [row] = await city.places
      .em('kominkan')
      .execute<[{ count: number }]>(
        'select count(*)::int as count from course where withdrawn_at is null',
      );
    return row.count;
  };

  test('half a file withdraws nothing and waits', async () => {
    const city = await aMappedCity();

    const half = await city.take(
      city.file('list_203112.xlsx', kominkanSheet({ ...november, rows: 2 })),
    );

    expect([half.record.state, half.record.counts['kominkan']?.withdrawn]).toEqual(['WAITING', 2]);
    expect(await standing(city)).toBe(3);
  });

  test('a renamed column is refused with both names, in a record that can be read', async () => {
    const city = await aMappedCity();
    const renamed = kominkanSheet({ ...december, renamed: { 講座: '講座（新）' } });

    const { record } = await city.take(city.file('list_203112.xlsx', renamed));

    expect([record.state, record.problem?.code, record.problem?.found]).toEqual([
      'REFUSED',
      'MAPPING_DIFFERS',
      { gone: ['講座'], added: ['講座（新）'] },
    ]);
    expect(await standing(city)).toBe(3);
  });

  test('the same columns under another name of the file are known by themselves', async () => {
    const city = await aMappedCity();

    const { record } = await city.take(city.file('12月の講座.xlsx', kominkanSheet(december)), {
      confirmed: true,
    });

    expect([record.isMapped, record.dataset, record.state]).toEqual([true, 'list', 'APPLIED']);
  });

  test('the map is for its owner alone, can be read and mended, and a broken one names its file', async () => {
    const city = await aMappedCity();
    const file = join(city.home.folder, 'mappings/kominkan/list.json');

    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      mode: 'full',
      kind: 'event',
      columns: { 講座: '名称' },
      constants: { 主催者: 'こだま公民館' },
    });
    writeFileSync(file, readFileSync(file, 'utf8').replace('"名称"', '"題名など"'));
    await expect(city.take(city.file('list_203112.xlsx', kominkanSheet(december)))).rejects.toThrow(
      /mappings\/kominkan\/list\.json.*「題名など」/,
    );
  });

  test('a file with patrons is refused by its headers, and nothing of it is kept', async () => {
    const city = await aMappedCity();
    const rows = '講座,とき,申込者氏名\n冬の俳句入門,2026-12-04,山田花子\n';

    const { record } = await city.take(city.file('list_203112.csv', rows));

    expect([record.state, record.problem?.code, record.problem?.found]).toEqual([
      'REFUSED',
      'PERSONAL_DATA',
      { headers: ['申込者氏名'] },
    ]);
    const place = join(city.home.folder, 'deliveries', record.id);
    expect(readdirSync(place)).toEqual(['delivery.json']);
    expect(readFileSync(join(place, 'delivery.json'), 'utf8')).not.toContain('山田');
  });
});

describe('a course whose sessions stand in rows of their own', () => {
  const headers = ['講座', '回', '日にち', '時間', 'ところ', 'テーマ', '人数'];
  const sheet = (...rows: (readonly string[])[]) => aWorkbook({ 講座: [headers, ...rows] });
  const rooms = ['こだま公民館　第1学習室', 'こだま公民館 和室'] as const;
  const poems = [
    ['はじめての俳句', '第1回', '2021-12-05', '10:00～12:00', rooms[0], '俳句とは', '20名'],
    ['', '第2回', '2031-12-12', '10:00～12:00', rooms[0], '季語をさがす', ''],
    ['', '第3回', '2031-12-19', '13:00～15:00', rooms[1], '句会', ''],
    ['', '第4回', '2032-01-09', '10:00～12:00', '図書館の前', '吟行', ''],
    ['', '第5回', '2032-01-16', '10:00～12:00', rooms[0], '発表', ''],
  ] as const;
  const named = ([, ...row]: readonly string[]) => ['はじめての俳句', ...row];
  const words = ['--department', 'kominkan', '--full'];

  async function aCityWithPoems(more: readonly string[] = []) {
    const city = await aTakingCity('kominkan');
    const em = city.places.em('kominkan');
    em.persist(aStudyRoom({ id: 'first', facilityCode: '132292-0007' }));
    em.persist(aStudyRoom({ id: 'tatami', facilityCode: '132292-0007', name: { ja: '和室' } }));
    await em.flush();
    const give = (...rows: (readonly string[])[]) =>
      city.take(city.file('list_203111.xlsx', sheet(...rows)));
    const preview = await mapped(city, city.file('list.xlsx', sheet(...poems)), [
      ...words,
      ...more,
    ]);
    const { record } = await give(...poems);
    const read = (sql: string): Promise<Record<string, unknown>[]> =>
      city.places.em('kominkan').execute(sql);
    return { city, give, read, preview, record };
  }

  const courses = `select id, capacity, title ->> 'ja' as name from course where withdrawn_at is null`;
  const sessions = `select id, (starts_at at time zone 'Asia/Tokyo')::date::text as day, topic,
    room_id as room, venue_text as place from session order by starts_at`;

  test('is one course with its sessions in order, each with its theme and room; the preview says so', async () => {
    const { preview, record, read, give } = await aCityWithPoems();

    expect(preview).toContain('2行目から6行目までの5行を、1つの講座の5回と読みました。');
    expect(preview).toMatch(/各回: .*第2回 2031-12-12 10:00～12:00 「季語をさがす」/);
    expect(preview).toContain('違うときは --separate');
    expect(record.state).toBe('APPLIED');
    expect(await read(courses)).toMatchObject([{ name: 'はじめての俳句', capacity: 20 }]);
    expect(await read(sessions)).toMatchObject([
      { day: '2021-12-05', topic: '俳句とは', room: 'first', place: null },
      { day: '2031-12-12', topic: '季語をさがす', room: 'first', place: null },
      { day: '2031-12-19', topic: '句会', room: 'tatami', place: rooms[1] },
      { day: '2032-01-09', topic: '吟行', room: null, place: '図書館の前' },
      { day: '2032-01-16', topic: '発表', room: 'first', place: null },
    ]);
    expect((await give(...poems)).record.state).toBe('UNCHANGED');
  });

  test('keeps itself and its sessions when the next file moves one, adds one, leaves one out, and no longer names what has been', async () => {
    const { read, give } = await aCityWithPoems();
    const [before, [course]] = [await read(sessions), await read(courses)];
    const [, second, third, , fifth] = poems;

    const { record, result } = await give(
      named([...second.slice(0, 5), '季語と切れ字', '']),
      ['', '第3回', '2031-12-20', ...third.slice(3)],
      fifth,
      ['', '第6回', '2032-01-23', ...fifth.slice(3)],
    );
    const after = await read(sessions);

    expect([record.state, record.counts['kominkan']?.withdrawn]).toEqual(['APPLIED', 0]);
    expect(result?.summary.codes).toMatchObject({ ROWS_AS_SESSIONS: 1 });
    expect((await read(courses)).map(({ id }) => id)).toEqual([course?.['id']]);
    expect(after.map(({ day, topic }) => [day, topic])).toEqual([
      ['2021-12-05', '俳句とは'],
      ['2031-12-12', '季語と切れ字'],
      ['2031-12-20', '句会'],
      ['2032-01-16', '発表'],
      ['2032-01-23', '発表'],
    ]);
    const ids = (rows: readonly Record<string, unknown>[]) => rows.map(({ id }) => id);
    expect(ids(after).slice(0, 4)).toEqual(ids(before).filter((_, at) => at !== 3));
  });

  test('loses nothing when the file breaks off in the midst of it, nor when it is no whole list', async () => {
    const { read, give, city } = await aCityWithPoems();
    const before = await read(sessions);

    const half = await give(...poems.slice(0, 3));
    const some = await city.take(
      city.file(
        'list_203112.xlsx',
        sheet(named(poems[4]), ['', '第6回', '2032-01-23', '', '', '講評', '']),
      ),
      { mode: 'delta' },
    );

    expect(half.record.state).toBe('WAITING');
    expect(some.record.state).toBe('APPLIED');
    expect((await read(sessions)).slice(0, 5)).toEqual(before);
    expect(await read(sessions)).toHaveLength(6);
  });

  test('keeps a theme and a room that somebody changed by hand, and follows the file in the rest', async () => {
    const { read, give } = await aCityWithPoems();
    await read(`update session set topic = '旅の句', room_id = 'tatami' where topic = '発表'`);
    const [first, second, third, fourth, fifth] = poems;

    await give(first, [...second.slice(0, 4), rooms[1], ...second.slice(5)], third, fourth, [
      ...fifth.slice(0, 5),
      '発表と講評',
      '',
    ]);

    expect((await read(sessions)).map(({ topic, room }) => [topic, room]).slice(1)).toEqual([
      ['季語をさがす', 'tatami'],
      ['句会', 'tatami'],
      ['吟行', null],
      ['旅の句', 'tatami'],
    ]);
  });

  test('is another one when the course of that name is over', async () => {
    const city = await aTakingCity('kominkan');
    const old = sheet(...poems.slice(0, 1), ['', '第2回', '2021-12-12', '', '', '', '']);
    await mapped(city, city.file('list.xlsx', old), words);
    await city.take(city.file('list_202112.xlsx', old));

    const { record } = await city.take(
      city.file('list_203112.xlsx', sheet(named(poems[1]), poems[2])),
    );

    const found = await city.places.em('kominkan').execute(
      `select extract(year from starts_at)::integer as year, (select count(*)::integer from session s
         where s.course_id = c.id) as sessions from course c where withdrawn_at is null order by 1`,
    );
    expect(record.state).toBe('APPLIED');
    expect(found).toEqual([
      { year: 2021, sessions: 2 },
      { year: 2031, sessions: 2 },
    ]);
  });

  test('is a course for each row where the map says that they are separate', async () => {
    const { preview, read } = await aCityWithPoems([
      '--separate',
      '--down',
      '講座',
      '--down',
      '人数',
    ]);

    expect(preview).toContain('違うときは --sessions');
    expect((await read(courses)).map(({ name }) => name)).toEqual(
      poems.map(() => 'はじめての俳句'),
    );
  });

  test('is an event of several days where a department keeps only times, its themes in the words of it', async () => {
    const city = await aTakingCity('welfare');
    const file = city.file('list_203112.xlsx', sheet(...poems.slice(0, 2)));
    await mapped(city, file, ['--department', 'welfare', '--full']);

    await city.take(file);

    const [event] = await city.places
      .em('welfare')
      .execute(`select occurrences, summary ->> 'ja' as summary from care_program`);
    expect(event).toMatchObject({
      occurrences: [
        { startsAt: '2021-12-05T01:00:00.000Z', endsAt: '2021-12-05T03:00:00.000Z' },
        { startsAt: '2031-12-12T01:00:00.000Z', endsAt: '2031-12-12T03:00:00.000Z' },
      ],
      summary: '第1回（12月5日） 俳句とは\n第2回（12月12日） 季語をさがす',
    });
  });
});

test('a file of the standards is read by its own names though its department keeps maps', async () => {
  const city = await aTakingCity('kominkan');
  await mapped(city, city.file('list_203111.xlsx', kominkanSheet(november)), [
    '--department',
    'kominkan',
  ]);

  const { record } = await city.take(
    city.file(
      '132292_event.csv',
      'NO,イベント名,開始日,場所名称\n1,俳句の会,2026-12-04,こだま公民館\n',
    ),
  );

  expect([record.state, record.isMapped, record.dataset]).toEqual([
    'APPLIED',
    false,
    '132292_event',
  ]);
});

test('a department may not fill the tables of another', async () => {
  const city = await aTakingCity('kominkan');
  const books = city.file('books.csv', '書名,著者,ISBN\nしからない練習,山田太郎,9784000000001\n');

  const theirs = await city.take(books, { owner: 'kominkan' });

  expect([theirs.record.state, theirs.record.problem?.code]).toEqual(['REFUSED', 'NOT_THEIRS']);
  expect(existsSync(join(city.home.folder, 'deliveries', theirs.record.id, 'report.csv'))).toBe(
    false,
  );
});

test.each(['kominkan', 'sports'] as const)(
  'times that %s called off or moved by hand stay so when the next file changes something else',
  async (department) => {
    const city = await aTakingCity(department);
    const em = city.places.em(department);
    const sheet = (capacity: number, days: readonly string[]): string =>
      `NO,イベント名,開始日,開始時間,終了時間,場所名称,定員\r\n1,俳句の会,"${days.join('、')}",10:00,11:00,こだま公民館,${capacity}\r\n`;
    const give = (text: string) => city.take(city.file('list.csv', text), { mode: 'full' });
    const days = ['2031-12-04', '2031-12-11', '2031-12-18'];
    await give(sheet(20, days));
    await em.execute(changedByHand[department]);
    const before = await em.execute(timesOf[department]);

    const { result } = await give(sheet(25, [...days, '2031-12-25']));
    const after = await em.execute(timesOf[department]);

    expect(result?.state).toBe('APPLIED');
    expect(before).toHaveLength(3);
    expect(after.slice(0, 3)).toEqual(before);
    expect(after.slice(3)).toMatchObject([{ day: '2031-12-25', off: false, moved: false }]);
  },
);

/** The first is called off, the second is held a day later. */
const changedByHand = {
  kominkan: `update session set
    cancelled_at = case when starts_at < '2031-12-05' then now() end,
    starts_at = case when starts_at::date = '2031-12-11' then starts_at + interval '1 day' else starts_at end,
    ends_at = case when starts_at::date = '2031-12-11' then ends_at + interval '1 day' else ends_at end,
    former_times = case when starts_at::date = '2031-12-11' then
      jsonb_build_array(jsonb_build_object('startsAt', starts_at, 'endsAt', ends_at)) end`,
  sports: `update sports_class set called_off = jsonb_build_array(occurrences -> 0),
    occurrences = jsonb_build_array(occurrences -> 1 || jsonb_build_object(
      'startsAt', '2031-12-12T01:00:00.000Z', 'endsAt', '2031-12-12T02:00:00.000Z',
      'formerTimes', jsonb_build_array(occurrences -> 1)), occurrences -> 2)`,
} as const;

const timesOf = {
  kominkan: `select id, (starts_at at time zone 'Asia/Tokyo')::date::text as day,
    cancelled_at is not null as off, former_times is not null as moved from session order by starts_at`,
  sports: `select left(time ->> 'startsAt', 10) as day, off, time ? 'formerTimes' as moved from sports_class,
    lateral (select e as time, false as off from jsonb_array_elements(occurrences) e
      union all select e, true from jsonb_array_elements(called_off) e) times order by time ->> 'startsAt'`,
} as const;
