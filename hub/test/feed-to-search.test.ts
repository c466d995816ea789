import { rebuildIndex } from '@manabi/center/opportunity/index-rebuild.feed';
import type { FeedSource } from '@manabi/kit/feed/feed.follow';
import { parseCursor, readFeed } from '@manabi/kit/feed/feed.page';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

import { departments } from '../src/city/departments.js';
import { openPlaces } from '../src/import/open-places.js';
import { ask, whole } from './ask.js';
import { type TestCity, openTestCity } from './open-test-city.js';

/** Milliseconds within which a change must be findable. */
const promised = 2_000;

let city: TestCity;

beforeAll(async () => {
  city = await openTestCity();
});

afterAll(async () => {
  await city.stop();
});

/** Writes a course as any other program would: by plain SQL, on a connection that nobody else knows. */
const write = (id: string, title: string): Promise<unknown> =>
  city.sql(
    'kominkan',
    `insert into course (id, title, provenance, starts_at, ends_at)
     values ($1, $2, '{"department":"kominkan","sample":true}', now() + interval '1 day', now() + interval '2 days')
     on conflict (id) do update set title = excluded.title`,
    [id, { ja: title }],
  );

async function found(text: string): Promise<number> {
  const { opportunities } = whole(
    await ask(city, {
      query: `query ($text: String!) { opportunities(filter: { text: $text }) { totalCount { value } } }`,
      variables: { text },
    }),
  );
  return opportunities.totalCount.value;
}

/** Milliseconds from a committed change until the public search finds it. */
async function untilFound(id: string, title: string): Promise<number> {
  await write(id, title);
  const committed = performance.now();
  await vi.waitUntil(async () => (await found(title)) === 1, { timeout: 10_000, interval: 10 });
  return performance.now() - committed;
}

test('a change that any program commits is found by the public search within two seconds', async ({
  annotate,
}) => {
  const times: number[] = [];
  for (let turn = 0; turn < 10; turn += 1)
    times.push(await untilFound(`written-${turn}`, `気球教室その${turn}`));

  const sorted = times.toSorted((one, other) => one - other);
  await annotate(
    `found after ${sorted[5]?.toFixed(0)} ms (median of 10), ${sorted.at(-1)?.toFixed(0)} ms at most`,
  );
  expect(sorted.at(-1)).toBeLessThan(promised);
});

test('what is withdrawn or deleted is found no more within two seconds', async () => {
  await untilFound('passing-1', '流星観望会あさ');
  await untilFound('passing-2', '流星観望会よる');

  await city.sql('kominkan', `update course set withdrawn_at = now() where id = 'passing-1'`);
  await city.sql('kominkan', `delete from course where id = 'passing-2'`);

  await vi.waitUntil(async () => (await found('流星観望会')) === 0, {
    timeout: promised,
    interval: 20,
  });
});

test('when every notice of a change is lost, nothing is', async () => {
  const [{ definition } = { definition: '' }] = await city.sql<{ definition: string }>(
    'kominkan',
    `select pg_get_functiondef('feed_number'::regproc) as definition`,
  );
  const mute = definition.replace(/perform pg_notify\([^;]*;/, '');
  expect(mute).not.toBe(definition);
  await city.sql('kominkan', mute);

  const took = await untilFound('unheard', '気球教室しずか');

  await city.sql('kominkan', definition);
  expect(took).toBeLessThan(promised);
});

test('the index is made anew while the city serves: every search meanwhile finds all, and no change is lost', async () => {
  const places = await openPlaces(departments, (service) => city.databases.urlOf(service));
  const feeds = departments.map(({ name, published }): [string, FeedSource] => [
    name,
    (at) => readFeed(places.em(name), published, { after: parseCursor(at) }),
  ]);
  await untilFound('lasting', '気球教室つづく');
  const before = await found('講座');
  const seen: number[] = [];
  const over = new AbortController();

  const rebuilding = rebuildIndex(places.em('center'), Object.fromEntries(feeds)).finally(() =>
    over.abort(),
  );
  const written = write('meanwhile', '気球教室そのあいだ');
  while (!over.signal.aborted) seen.push(await found('気球教室つづく'));
  const { opportunities } = await rebuilding;
  await written;

  expect(new Set(seen)).toEqual(new Set([1]));
  expect(opportunities).toBeGreaterThan(100);
  expect(await found('講座')).toBe(before);
  await vi.waitUntil(async () => (await found('気球教室そのあいだ')) === 1, {
    timeout: promised,
    interval: 20,
  });
  await places.close();
});
