import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { record } from '@manabi/bench/record';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

import { type Answered, ask, question, whole } from './ask.js';
import { KillableHub } from './killable-hub.js';

const kills = 20;
const rowsOfFile = 3_000;
/** Where each organiser's events are kept. */
const keepers = [
  ['kominkan', 'course', '公民館'],
  ['library', 'library_program', '中央図書館'],
  ['sports', 'sports_class', 'スポーツ振興課'],
  ['welfare', 'care_program', '健康課'],
  ['center', 'external_offering', '協働コミュニティ課'],
] as const;

const parent = mkdtempSync(join(tmpdir(), 'manabi-killed-'));
const acknowledged = join(parent, 'acknowledged');
const hub = new KillableHub(join(parent, 'home'));
const figures: Record<string, unknown> = {};

type Version = 'A' | 'B';

/** A version of the file: the second leaves fifty out, brings fifty new ones, and changes every title. */
function fileOf(version: Version): string {
  const first = version === 'A' ? 1 : 51;
  const lines = Array.from({ length: rowsOfFile }, (_, place) => {
    const number = first + place;
    const [, , organiser] = keepers[number % keepers.length] ?? keepers[0];
    return `132292,${number},第${version}版の催し${number},2027-03-01,10:00,12:00,柳沢公民館,${organiser}`;
  });
  const file = join(parent, `${version}.csv`);
  const head = '市区町村コード,NO,イベント名,開始日,開始時間,終了時間,場所名称,主催者';
  writeFileSync(file, `${[head, ...lines].join('\r\n')}\r\n`);
  return file;
}

const importing = (version: Version) =>
  hub.spawn(['import', fileOf(version), '--full', '--confirm', '--dataset', 'kills']);

/** How many rows of each version each service shows. */
async function shown(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const [service, table] of keepers) {
    const rows = await hub.sql<{ version: string; many: number }>(
      service,
      `select substr(title ->> 'ja', 2, 1) as version, count(*)::int as many from ${table}
       where source_key like 'kills#%' and withdrawn_at is null group by version`,
    );
    for (const { version, many } of rows) counts[`${service} ${version}`] = many;
  }
  return counts;
}

const allOf = (version: Version): Record<string, number> =>
  Object.fromEntries(
    keepers.map(([service]) => [`${service} ${version}`, rowsOfFile / keepers.length]),
  );

/** Writes numbered courses until the server falls silent, noting outside what was acknowledged. */
async function writeUntilSilent(first: number): Promise<number> {
  const client = await hub.connect('kominkan');
  let number = first;
  try {
    for (;;) {
      await client.query(
        `insert into course (id, title, provenance) values ($1, $2, '{"department":"kominkan","sample":true}')`,
        [`w-${number}`, { ja: `書込${number}` }],
      );
      appendFileSync(acknowledged, `w-${number}\n`);
      number += 1;
    }
  } catch {
    return number + 1;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Waits until an import has been decided, or for a share of the time that one takes. */
async function untilMoment(kill: number, usual: number, decided: number): Promise<void> {
  const pause = (milliseconds: number) =>
    new Promise((resolve) => setTimeout(resolve, milliseconds));
  if (kill % 2 === 0) return void (await pause(usual * (0.3 + 0.7 * Math.random())));
  const client = await hub.connect('center');
  const until = Date.now() + usual * 3;
  while (Date.now() < until) {
    const { rows } = await client.query<{ many: number }>(
      'select count(*)::int as many from delivery_decision',
    );
    if ((rows[0]?.many ?? 0) > decided) break;
  }
  await client.end();
  await pause(Math.random() * usual * 0.1);
}

const median = (numbers: readonly number[]): number =>
  Math.round(numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0);

beforeAll(async () => {
  writeFileSync(acknowledged, '');
  await hub.start();
});

afterAll(async () => {
  await hub.stop();
  record('kills', figures);
  rmSync(parent, { recursive: true, force: true });
});

const decisions = async (): Promise<number> => {
  const [row] = await hub.sql<{ many: number }>(
    'center',
    'select count(*)::int as many from delivery_decision',
  );
  return row?.many ?? 0;
};

test(`killed ${kills} times during imports and writes, the city has all it acknowledged and nothing by halves`, async () => {
  const began = performance.now();
  const [code] = await once(importing('A'), 'close');
  const usual = performance.now() - began;
  expect(code).toBe(0);
  expect(await shown()).toEqual(allOf('A'));
  let standing: Version = 'A';
  let number = 1;
  const starts: number[] = [];
  const imports = { acknowledged: 0, finishedAtStart: 0, leftNoTrace: 0 };

  for (let kill = 1; kill <= kills; kill += 1) {
    const next: Version = standing === 'A' ? 'B' : 'A';
    const decided = await decisions();
    const writing = writeUntilSilent(number);
    const child = importing(next);
    const ended = once(child, 'exit');
    await untilMoment(kill, usual, decided);
    await hub.killEverything(child);
    const [exit] = await ended;
    number = await writing;
    starts.push(await hub.start());

    const now = await shown();
    const became = now['kominkan B'] === undefined ? 'A' : 'B';
    expect(now, `after kill ${kill}`).toEqual(allOf(became));
    if (exit === 0) expect(became).toBe(next);
    imports.acknowledged += exit === 0 ? 1 : 0;
    imports.finishedAtStart += exit !== 0 && became === next ? 1 : 0;
    imports.leftNoTrace += became === next ? 0 : 1;
    standing = became;
    const kept = await hub.sql<{ id: string }>(
      'kominkan',
      `select id from course where id like 'w-%'`,
    );
    const ids = new Set(kept.map(({ id }) => id));
    const lost = readFileSync(acknowledged, 'utf8')
      .split('\n')
      .filter((id) => id !== '' && !ids.has(id));
    expect(lost, `after kill ${kill}`).toEqual([]);
  }

  figures['kills'] = {
    kills,
    rowsAcknowledged: readFileSync(acknowledged, 'utf8').split('\n').length - 1,
    rowsOfFile,
    imports,
    restartMs: { median: median(starts), longest: Math.round(Math.max(...starts)) },
  };
});

/** What every follower should know by now: ids and titles of all that is offered, and what they do know. */
async function agreement(): Promise<{ told: string[]; indexed: string[]; facts: string[] }> {
  const told: string[] = [];
  for (const [service, table] of keepers) {
    const rows = await hub.sql<{ line: string }>(
      service,
      `select id || ' ' || (title ->> 'ja') || (withdrawn_at is not null)::text as line from ${table}`,
    );
    told.push(...rows.map(({ line }) => line));
  }
  const indexed = await hub.sql<{ line: string }>(
    'center',
    `select id || ' ' || (data -> 'title' ->> 'ja') || withdrawn::text as line from opportunity_entry`,
  );
  const facts = await hub.sql<{ line: string }>(
    'plan',
    `select opportunity_id || ' ' || (withdrawn_at is not null)::text as line from opportunity_fact`,
  );
  const sorted = (rows: { line: string }[]) => rows.map(({ line }) => line).toSorted();
  return { told: told.toSorted(), indexed: sorted(indexed), facts: sorted(facts) };
}

async function untilAgreed(): Promise<number> {
  const began = performance.now();
  await vi.waitUntil(
    async () => {
      const { told, indexed, facts } = await agreement();
      return indexed.length === told.length && facts.length === told.length;
    },
    { timeout: 60_000, interval: 200 },
  );
  const { told, indexed, facts } = await agreement();
  expect(indexed).toEqual(told);
  const states = told.map((line) => `${line.split(' ')[0]} ${/(true|false)$/.exec(line)?.[1]}`);
  expect(facts).toEqual(states.toSorted());
  return performance.now() - began;
}

test('then feeds, index and facts agree with the databases', async () => {
  await untilAgreed();

  const pending = await Promise.all(
    keepers.map(([service]) => hub.sql(service, 'select from feed_pending')),
  );
  expect(pending.flat()).toEqual([]);
  const kept = await hub.sql('center', calendarCounts);
  await hub.sql('center', 'select calendar_recount()');
  expect(kept).toEqual(await hub.sql('center', calendarCounts));
});

/** What the center keeps counted of the calendar of applications. */
const calendarCounts = `select day::text, area_code, stage, opens, closes from calendar_count
  where opens <> 0 or closes <> 0 order by 1, 2, 3`;

const askAll = async ({ url }: KillableHub): Promise<unknown[]> => {
  const answers: Answered[] = [];
  for (const name of ['p1', 'p4', 'p7', 'p10'])
    answers.push(await ask({ door: { url } }, question(name)));
  return answers.map(whole).map(withoutReadings);
};

/** How far the index has read follows the clock. */
const withoutReadings = (answer: unknown): unknown =>
  JSON.parse(
    JSON.stringify(answer, (key, value: unknown) => (key === 'readings' ? undefined : value)),
  );

test('a backup made while the city serves, restored into an empty home, answers the same, and its followers read anew', async () => {
  const file = join(parent, 'city.tar.zst');
  const before = await askAll(hub);
  const backupBegan = performance.now();
  await hub.run(['backup', file]);
  const backupMs = performance.now() - backupBegan;
  const epochs = await epochsOf(hub);
  await hub.stop();
  const other = new KillableHub(join(parent, 'other'));

  const restoreBegan = performance.now();
  await other.run(['restore', file]);
  const restoreMs = performance.now() - restoreBegan;
  const startMs = await other.start();
  const readingBegan = performance.now();
  let convergedMs = 0;

  try {
    await vi.waitUntil(
      async () => {
        const [now, read] = [await epochsOf(other), await cursorsOf(other)];
        return keepers.every(
          ([service]) => now[service] !== epochs[service] && read[service] === now[service],
        );
      },
      { timeout: 600_000, interval: 200 },
    );
    convergedMs = performance.now() - readingBegan;
    expect(await askAll(other)).toEqual(before);
  } finally {
    await other.stop();
  }
  figures['backup'] = {
    backupMs: Math.round(backupMs),
    restoreMs: Math.round(restoreMs),
    firstStartMs: Math.round(startMs),
    followersReadAnewMs: Math.round(convergedMs),
  };
});

async function epochsOf(of: KillableHub): Promise<Record<string, string>> {
  const epochs: Record<string, string> = {};
  for (const [service] of keepers) {
    const [row] = await of.sql<{ epoch: string }>(service, 'select epoch from feed_state');
    epochs[service] = row?.epoch ?? '';
  }
  return epochs;
}

async function cursorsOf(of: KillableHub): Promise<Record<string, string>> {
  const rows = await of.sql<{ source: string; epoch: string }>(
    'center',
    'select source, epoch from feed_cursor where not sweeping',
  );
  return Object.fromEntries(rows.map(({ source, epoch }) => [source, epoch]));
}
