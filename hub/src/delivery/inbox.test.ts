import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

import { kominkanSheet } from '@manabi/kit/import/mapping/department-workbooks.builder';
import { pino } from 'pino';
import { expect, test } from 'vitest';

import { inTurn } from '../command/in-turn.js';
import type { Home } from '../home/home.js';
import { claim, inboxOf } from './claim.js';
import { DeliveryRecords } from './delivery-records.js';
import { Inbox } from './inbox.js';
import { Intake, type IntakeCity } from './intake.js';
import { aTakingCity } from './open-taking-city.builder.js';

const november =
  '番号,イベント名,開始日,場所名称\n1,俳句の会,2031-12-04,こだま公民館\n2,短歌の会,2031-12-05,こだま公民館\n';

async function anInbox() {
  const city = await aTakingCity('kominkan');
  const lines: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
  const intakeCity: IntakeCity = {
    home: city.home,
    log,
    withPlaces: (task) =>
      inTurn(
        city.urlOf('center'),
        () => {},
        () => task(city.places),
      ),
  };
  const open = () => new Inbox(intakeCity, ['kominkan', 'library'], new Intake(intakeCity));
  const inbox = open();
  const folder = inboxOf(city.home, 'kominkan');
  const drop = (name: string, content: string | Uint8Array): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const latest = () => new DeliveryRecords(city.home).latest(10, 'kominkan');
  const courses = async () => {
    const rows = await city.places
      .em('kominkan')
      .execute<{ name: string }[]>(
        `select title ->> 'ja' as name from course where withdrawn_at is null order by 1`,
      );
    return rows.map(({ name }) => name);
  };
  return { city, inbox, open, folder, drop, latest, courses, lines };
}

const filesIn = (home: Home, department: string, outcome: string): string[] => {
  const folder = join(inboxOf(home, department), outcome);
  return existsSync(folder)
    ? readdirSync(folder).map((name) => name.split('_').slice(2).join('_'))
    : [];
};

test('a file that rests is taken at the second look, and moved aside with what it held', async () => {
  const { city, inbox, folder, drop, latest, courses } = await anInbox();
  drop('events.csv', november);

  await inbox.look();
  expect(latest()).toEqual([]);
  await inbox.look();

  expect(latest()[0]).toMatchObject({
    state: 'APPLIED',
    way: 'INBOX',
    department: 'kominkan',
    fileName: 'events.csv',
  });
  expect(await courses()).toEqual(['俳句の会', '短歌の会']);
  expect(filesIn(city.home, 'kominkan', 'taken')).toEqual(['events.csv']);
  expect(readdirSync(folder).toSorted()).toEqual(['taken', 'taking']);
});

test('a file that still grows is left alone until it rests', async () => {
  const { inbox, drop, latest, courses } = await anInbox();
  const file = drop('events.csv', november.slice(0, 60));
  await inbox.look();
  appendFileSync(file, november.slice(60));
  await inbox.look();
  expect(latest()).toEqual([]);

  await inbox.look();

  expect(await courses()).toEqual(['俳句の会', '短歌の会']);
});

test('what programs write beside a file, folders and links are not taken', async () => {
  const { city, inbox, folder, drop, latest } = await anInbox();
  for (const name of ['~$events.xlsx', '.events.csv', 'events.csv.part', 'events.tmp'])
    drop(name, november);
  mkdirSync(join(folder, 'older'));
  symlinkSync(city.file('elsewhere.csv', november), join(folder, 'link.csv'));

  await inbox.look();
  await inbox.look();

  expect(latest()).toEqual([]);
});

test('what cannot be read is refused and kept, what names patrons is refused and deleted', async () => {
  const { city, inbox, drop, latest } = await anInbox();
  drop('notes.csv', 'こんにちは\nこれは表ではありません\n');
  drop('patrons.csv', 'イベント名,開始日,申込者氏名\n俳句の会,2031-12-04,山田花子\n');

  await inbox.look();
  await inbox.look();

  const codes = Object.fromEntries(
    latest().map(({ fileName, problem }) => [fileName, problem?.code]),
  );
  expect(codes).toEqual({ 'notes.csv': 'HEADER_NOT_FOUND', 'patrons.csv': 'PERSONAL_DATA' });
  expect(filesIn(city.home, 'kominkan', 'refused')).toEqual(['notes.csv']);
  const kept = readdirSync(city.home.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  expect(kept.filter((text) => text.includes('山田'))).toEqual([]);
});

test('half of a whole list waits beside the inbox', async () => {
  const { city, inbox, drop, latest, courses } = await anInbox();
  writeFileSync(
    join(city.home.folder, 'deliveries.json'),
    JSON.stringify({
      expected: [{ department: 'kominkan', dataset: 'events', every: 'month', mode: 'full' }],
    }),
  );
  drop('events.csv', november);
  await inbox.look();
  await inbox.look();
  drop('events.csv', november.split('\n').slice(0, 2).join('\n'));

  await inbox.look();
  await inbox.look();

  expect(latest()[0]?.state).toBe('WAITING');
  expect(filesIn(city.home, 'kominkan', 'waiting')).toEqual(['events.csv']);
  expect(await courses()).toHaveLength(2);
});

test('whoever is killed over a file finds it again, and it is taken once', async () => {
  const { city, open, drop, latest, courses } = await anInbox();
  const file = drop('events.csv', november);
  const id = '00000000-0000-4000-8000-000000000001';
  claim(
    city.home,
    { id, department: 'kominkan', wish: { way: 'INBOX' } },
    { file, name: 'events.csv' },
  );

  const again = open();
  await Promise.all([again.look(), again.look()]);

  expect(latest().map(({ id }) => id)).toEqual([id]);
  expect(await courses()).toHaveLength(2);
  expect(filesIn(city.home, 'kominkan', 'taken')).toEqual(['events.csv']);
});

test('a file over which the hub breaks down stays, and is taken when the fault is mended', async () => {
  const { city, inbox, drop, latest, lines } = await anInbox();
  const maps = join(city.home.folder, 'mappings/kominkan');
  mkdirSync(maps, { recursive: true });
  writeFileSync(join(maps, 'list.json'), 'not a map');
  drop('list.xlsx', kominkanSheet({ year: 2031, month: 12 }));
  await inbox.look();
  await inbox.look();
  expect(latest()[0]?.state).toBe('FAILED');
  expect(lines.join('')).toContain('a delivery could not be taken in');
  writeFileSync(
    join(maps, 'list.json'),
    JSON.stringify({
      kind: 'event',
      headers: ['№', '講座', '月日', '時間', 'ところ', '対象', '人数', '費用', '担当者名', '〆切'],
      columns: { 講座: '名称', とき_月日: '開始日' },
      carriedDown: ['講座'],
    }).replaceAll('"月日"', '"とき_月日"'),
  );

  await inbox.look();

  expect(latest().map(({ state }) => state)).toEqual(['APPLIED']);
});
