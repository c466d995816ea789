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
    names: [
      '冬の俳句入門',
      '冬の俳句入門',
      '冬の俳句入門',
      '初めてのスマートフォン',
      '親子でつくるお正月かざり',
    ],
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
    expect(preview).toMatch(/行目（.*） .*名称: .*日時: /);
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

    expect([half.record.state, half.record.counts['kominkan']?.withdrawn]).toEqual(['WAITING', 3]);
    expect(await standing(city)).toBe(5);
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
    expect(await standing(city)).toBe(5);
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
