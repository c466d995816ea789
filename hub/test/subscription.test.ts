import { type EventClient, readEvents } from '@manabi/gateway/testing/event-client';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';

import { paths } from '../src/city/front-door.js';
import { type TestCity, openTestCity } from './open-test-city.js';
import { pause } from './outages.js';

/** Milliseconds within which a change must be told. */
const promised = 2_000;

let city: TestCity;

beforeAll(async () => {
  city = await openTestCity({ separate: true });
});

afterAll(async () => {
  await city.stop();
});

async function subscribe(query: string): Promise<EventClient> {
  const client = await readEvents(`${city.door.url}${paths.public}`, { query });
  onTestFinished(() => client.leave());
  return client;
}

interface Told {
  id: string;
  state: string;
}

/** What a client was told, by the name of its field. */
const told = ({ events }: EventClient, field: string): Told[] =>
  events.flatMap(({ answer }) => (answer.data?.[field] ? [answer.data[field] as Told] : []));

/** Writes a record as any other program would: by plain SQL, on a connection that nobody else knows. */
const write = (service: string, table: string, id: string): Promise<unknown> =>
  city.sql(
    service,
    `insert into ${table} (id, title, provenance, starts_at, ends_at)
     values ($1, $2, '{"department":"${service}","sample":true}', now() + interval '1 day', now() + interval '2 days')`,
    [id, { ja: `教室${id}` }],
  );

const offers = [
  ['kominkan', 'course', 'course'],
  ['sports', 'sports_class', 'sportsClass'],
  ['library', 'library_program', 'libraryProgram'],
  ['welfare', 'care_program', 'careProgram'],
] as const;

test.each(offers)(
  'what any program commits at %s is told within two seconds, with what others know of it',
  async (service, table, field) => {
    const client = await subscribe(
      `subscription { ${field}Changed { id state changedAt ${field} { title { ja } measures { code } } } }`,
    );
    const arrives = async (id: string, count: number): Promise<number> => {
      await write(service, table, id);
      const committed = performance.now();
      await expect
        .poll(() => told(client, `${field}Changed`).length, { interval: 5, timeout: 10_000 })
        .toBe(count);
      return performance.now() - committed;
    };
    // The first one finds processes that have never done this.
    await arrives(`first-${service}`, 1);
    const delay = await arrives(`told-${service}`, 2);

    expect(told(client, `${field}Changed`)[1]).toMatchObject({
      id: `told-${service}`,
      state: 'UPDATED',
      [field]: { title: { ja: `教室told-${service}` }, measures: [] },
    });
    expect(client.events[0]?.answer.errors).toBeUndefined();
    expect(delay).toBeLessThan(promised);
  },
);

test('a department that is killed and comes back has lost no event and tells none twice', async () => {
  const client = await subscribe(
    'subscription { courseChanged { id state course { title { ja } } } }',
  );
  const killed = city.services.processes.find(({ name }) => name === 'kominkan');
  const ids = Array.from({ length: 40 }, (_, index) => `kept-${index}`);
  for (const [index, id] of ids.entries()) {
    await write('kominkan', 'course', id);
    if (index % 15 === 7 && killed?.pid) process.kill(killed.pid, 'SIGKILL');
    await pause(100);
  }
  await expect
    .poll(() => told(client, 'courseChanged').length, { timeout: 20_000 })
    .toBe(ids.length);

  expect(told(client, 'courseChanged').map(({ id }) => id)).toEqual(ids);
});

test('a client that leaves leaves nothing open at the gateway', async () => {
  const clients = await Promise.all(
    offers.map(([, , field]) => subscribe(`subscription { ${field}Changed { id } }`)),
  );
  const { publicGateway } = city.door;
  const before = publicGateway.streams();
  for (const client of clients) client.leave();

  expect(before).toMatchObject({ open: 4, upstream: 4 });
  await expect.poll(() => publicGateway.streams()).toMatchObject({ open: 0, upstream: 0 });
});
