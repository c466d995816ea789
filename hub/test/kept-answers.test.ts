import { afterAll, beforeAll, expect, test, vi } from 'vitest';

import { departments } from '../src/city/departments.js';
import { paths } from '../src/city/front-door.js';
import { ask, question, whole } from './ask.js';
import { type TestCity, openTestCity } from './open-test-city.js';

/** Milliseconds after which a change may no longer be hidden by what was kept. */
const promised = 2_000;

let city: TestCity;

beforeAll(async () => {
  city = await openTestCity();
});

afterAll(async () => {
  await city.stop();
});

const hits = (): number =>
  city.door.publicGateway.keptAnswers().services.reduce((sum, each) => sum + each.hits, 0);

/** Asks until the answer is kept, changes something, and counts the milliseconds until the answer has it. */
async function untilSeen(
  query: string,
  change: (word: string) => Promise<unknown>,
): Promise<number> {
  const word = `気球${Math.random().toString(36).slice(2, 8)}`;
  const before = hits();
  await vi.waitUntil(
    async () => {
      whole(await ask(city, { query }));
      return hits() > before;
    },
    { timeout: 10_000 },
  );
  await change(word);
  const committed = performance.now();
  await vi.waitUntil(async () => JSON.stringify(whole(await ask(city, { query }))).includes(word), {
    timeout: 10_000,
    interval: 5,
  });
  return performance.now() - committed;
}

const course = (id: string) => (title: string) =>
  city.sql(
    'kominkan',
    `insert into course (id, title, provenance, starts_at, ends_at)
     values ($1, $2, '{"department":"kominkan","sample":true}', now() + interval '1 day', now() + interval '2 days')
     on conflict (id) do update set title = excluded.title`,
    [id, { ja: title }],
  );

const firstArea = (name: string) =>
  city.sql('center', `update area set name = $1 where code = (select min(code) from area)`, [
    { ja: name },
  ]);

test.for([
  {
    what: 'of a record that the feed tells',
    query: '{ course(id: "kept") { title { ja } } }',
    change: course('kept'),
  },
  {
    what: 'of a register that no feed tells',
    query: '{ areas(first: 3) { edges { node { name { ja } } } } }',
    change: firstArea,
  },
  {
    what: 'that the index takes in from another department',
    query: '{ opportunities(filter: { text: "気球" }) { edges { title { ja } } } }',
    change: course('indexed'),
  },
])(
  'a change $what is in the answers within two seconds, though they are kept',
  async ({ query, change }, { annotate }) => {
    const times: number[] = [];
    for (let turn = 0; turn < 7; turn += 1) times.push(await untilSeen(query, change));

    const sorted = times.toSorted((one, other) => one - other);
    await annotate(
      `seen after ${sorted[3]?.toFixed(0)} ms (median of 7), ${sorted[6]?.toFixed(0)} ms at most`,
    );
    expect(sorted[6]).toBeLessThan(promised);
  },
);

const misses = (): number =>
  city.door.publicGateway.keptAnswers().services.reduce((sum, each) => sum + each.misses, 0);

const clock = /"(readAt|behind|isBehind)":[^,}]+/g;
const withoutClock = (data: unknown): string => JSON.stringify(data).replaceAll(clock, '');

test.each(['p1', 'p4', 'p7', 'p10'])(
  'asked again, %s is answered alike and asks no department',
  async (name) => {
    const asked = question(name);
    const first = whole(await ask(city, asked));
    let again: unknown;
    // The last changes may still be on their way to the index.
    await vi.waitUntil(
      async () => {
        const before = misses();
        again = whole(await ask(city, asked));
        return misses() === before;
      },
      { timeout: 10_000 },
    );

    expect(withoutClock(again)).toEqual(withoutClock(first));
  },
);

test('every commit of every department counts, but for those that only keep books', async () => {
  for (const { name } of departments) {
    const uncounted = await city.sql<{ relname: string }>(
      name,
      `select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
       and not exists (select from pg_trigger where tgrelid = pg_class.oid and tgname = 'feed_emptied')`,
    );
    const tables = uncounted.map(({ relname }) => relname);

    expect(
      tables.filter((table) => !/^(feed_|delivery|mikro_orm_migrations$)/.test(table)),
      name,
    ).toEqual([]);
    expect(tables).toContain('feed_state');
  }
});

test('a public question by GET may be kept on its way by who asks each time whether it holds', async () => {
  const addressOf = (name: string): string => {
    const { query, variables } = question(name);
    const parameters = new URLSearchParams({ query, variables: JSON.stringify(variables) });
    return `${city.door.url}${paths.public}?${parameters.toString()}`;
  };
  const address = addressOf('p15');
  const headers = { 'graphql-require-preflight': '1' };

  const first = await fetch(address, { headers });
  await first.text();
  const etag = first.headers.get('etag') ?? '';
  const again = await fetch(address, { headers: { ...headers, 'if-none-match': etag } });

  expect(first.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
  expect([again.status, await again.text()]).toEqual([304, '']);
  // Tells who comes along, which must stand in no address.
  expect((await fetch(addressOf('p10'), { headers })).status).toBe(405);
});
