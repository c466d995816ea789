import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { record } from '@manabi/bench/record';
import { courses } from '@manabi/data/city/courses';
import { todayInTokyo } from '@manabi/data/tokyo-day';
import { afterAll, expect, test } from 'vitest';

import { KillableHub } from './killable-hub.js';

const rounds = 8;
const kills = 12;
const parent = mkdtempSync(join(tmpdir(), 'manabi-first-start-'));
const figures: Record<string, unknown> = {};

afterAll(() => {
  record('first-start', figures);
  rmSync(parent, { recursive: true, force: true });
});

interface Ended {
  readonly code: number;
  readonly printed: string;
}

async function ended(child: ChildProcess): Promise<Ended> {
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
    });
  const [code] = await once(child, 'close');
  return { code: Number(code), printed };
}

/** What no person should have to read, and what a start must not leave. */
const stack = /\n {4}at |23505|42P07/;
const halves = (home: string): string[] =>
  readdirSync(home, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /partial|\.write\.|\.lock\./.test(name),
  );

function anImport(): string {
  const file = join(parent, 'events.csv');
  const head = '市区町村コード,NO,イベント名,開始日,開始時間,終了時間,場所名称,主催者';
  const row = '132292,1,はじめての催し,2027-03-01,10:00,12:00,柳沢公民館,公民館';
  writeFileSync(file, `${head}\r\n${row}\r\n`);
  return file;
}

async function plantedOnce(hub: KillableHub): Promise<void> {
  const [row] = await hub.sql<{ many: number }>(
    'kominkan',
    `select count(*)::int as many from course where provenance ->> 'sample' = 'true'`,
  );
  expect(row?.many).toBe(courses(todayInTokyo()).length);
}

test(`a first start, a second one and four other commands begin one home at the same moment, ${rounds} times`, async () => {
  const file = anImport();
  const milliseconds: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const hub = new KillableHub(join(parent, `together-${round}`));
    mkdirSync(hub.home);
    const starting = hub.start();
    // Another moment each time: before, while and after the database is made.
    await pause((round % 4) * 700);
    const [second, key, ...others] = await Promise.all(
      [
        ['start', '--port', '0'],
        ['keys', 'service', 'library'],
        ['import', file],
        ['deliveries'],
        ['client', 'add', 'library-desk', '--role', 'department', '--purpose', 'sports-booking'],
      ].map((words) => ended(hub.spawn(words))),
    );
    milliseconds.push(Math.round(await starting));

    expect(second).toMatchObject({ code: 1 });
    expect(second?.printed).toContain('runs already');
    expect(key?.printed).toBe(await hub.run(['keys', 'service', 'library']));
    for (const { code, printed } of [...others, { code: 0, printed: hub.printed }]) {
      expect(printed).not.toMatch(stack);
      expect(code, printed).toBe(0);
    }
    await plantedOnce(hub);
    await hub.stop();
    expect(halves(hub.home)).toEqual([]);
  }
  figures['together'] = { rounds, milliseconds };
});

test(`a first start that is killed at any moment is taken up by the next, ${kills} times`, async () => {
  const hub = new KillableHub(join(parent, 'killed'));
  const usual = await hub.start();
  await hub.stop();
  for (let kill = 0; kill < kills; kill += 1) {
    rmSync(hub.home, { recursive: true });
    mkdirSync(hub.home);
    const first = hub.spawn(['start', '--port', '0']);
    await pause((usual * kill) / kills);
    const gone = once(first, 'exit');
    first.kill('SIGKILL');
    await gone;

    await hub.start();

    expect(hub.printed).not.toMatch(stack);
    await plantedOnce(hub);
    await hub.stop();
    expect(halves(hub.home)).toEqual([]);
  }
  figures['killed'] = { kills, usual: Math.round(usual) };
});
