import { setTimeout as pause } from 'node:timers/promises';
import { newFeedEpoch } from '@manabi/kit/feed/feed.tables';
import { createClient } from 'graphql-sse';
import { expect, test, vi } from 'vitest';
import type { RateStore } from '../front-door/rate-store.js';
import type { EventClient } from '../testing/event-client.js';
import { allShips, openHarbour, type OpenHarbour } from '../testing/open-harbour.js';

// What must come is waited for on a machine of any speed; what must come soon is measured.
vi.setConfig({ testTimeout: 120_000 });
const patient = { timeout: 60_000, interval: 20 };

const told = ({ events }: EventClient): string[] =>
  events.flatMap(({ answer }) => {
    const change = answer.data?.['shipChanged'] as { id: string } | null | undefined;
    return change ? [change.id] : [];
  });

const settled = (client: EventClient, count: number): Promise<void> =>
  expect.poll(() => told(client).length, patient).toBe(count);

/** Milliseconds from a commit of one department to its answer with fields of both, asked for without events. */
async function asked(city: OpenHarbour, id: string): Promise<number> {
  const begun = performance.now();
  await city.arrive(id);
  const query = `{ ship(id: "${id}") { name windAtShip } }`;
  await (
    await city.stream({ query })
  ).ended;
  return performance.now() - begun;
}

test.each(['http', 'in process'] as const)(
  'a commit is told within two seconds with fields of both departments, %s',
  async (way) => {
    const city = await openHarbour(way);
    const client = await city.stream({ query: allShips });
    const begun = performance.now();
    await city.arrive('a');
    await settled(client, 1);
    const delay = performance.now() - begun;
    const asking = [await asked(city, 'b'), await asked(city, 'c'), await asked(city, 'd')];
    const [, usual = 0] = asking.toSorted((one, other) => one - other);

    expect(client.status).toBe(200);
    expect(client.headers['content-type']).toBe('text/event-stream; charset=utf-8');
    expect(client.events[0]).toMatchObject({
      name: 'next',
      answer: {
        data: {
          shipChanged: {
            id: 'a',
            state: 'UPDATED',
            ship: { name: 'a Maru', windAtShip: 'wind at a' },
          },
        },
      },
    });
    // Held to the two seconds is a machine on which asking for the same takes up to 100 ms.
    expect(delay).toBeLessThan(Math.max(2_000, 20 * usual));
  },
);

test('a client that comes back with Last-Event-ID is told everything once while commits go on', async () => {
  const city = await openHarbour('http');
  const ids: string[] = [];
  const over = new AbortController();
  const commits = (count: number): Promise<void> =>
    expect.poll(() => ids.length, patient).toBeGreaterThanOrEqual(count);
  let client = await city.stream({ query: allShips });
  const writing = (async () => {
    while (!over.signal.aborted) {
      const id = `s${String(ids.length).padStart(5, '0')}`;
      await city.arrive(id);
      ids.push(id);
      await pause(10);
    }
  })();
  const seen: string[] = [];
  for (let turn = 0; turn < 8; turn += 1) {
    await commits(ids.length + 3);
    await expect.poll(() => told(client).length, patient).toBeGreaterThan(0);
    client.leave();
    seen.push(...told(client));
    await commits(ids.length + 2);
    client = await city.stream({ query: allShips, lastEventId: client.lastEventId });
  }
  over.abort();
  await writing;
  await settled(client, ids.length - seen.length);

  expect([...seen, ...told(client)]).toEqual(ids);
  expect(seen.length).toBeGreaterThanOrEqual(8);
});

test('a client that came before the first event can go on from where it was', async () => {
  const city = await openHarbour('in process');
  const client = await city.stream({ query: allShips });
  await expect.poll(() => client.lastEventId, patient).toBeDefined();
  client.leave();
  await city.arrive('a');

  const again = await city.stream({ query: allShips, lastEventId: client.lastEventId });
  await settled(again, 1);

  expect(told(again)).toEqual(['a']);
});

test.each(['of another life', 'of nonsense'])(
  'an event id %s is told to be a gap, and events go on',
  async (which) => {
    const city = await openHarbour('http');
    const client = await city.stream({ query: allShips });
    await expect.poll(() => client.lastEventId, patient).toBeDefined();
    client.leave();
    await city.port.em().execute(newFeedEpoch);

    const lastEventId = which === 'of nonsense' ? 'nonsense!' : client.lastEventId;
    const again = await city.stream({ query: allShips, lastEventId });
    await city.arrive('b');
    await settled(again, 1);

    expect(again.events[0]?.answer).toMatchObject({
      errors: [{ extensions: { code: 'EVENTS_MISSED' } }],
    });
    expect(told(again)).toEqual(['b']);
  },
);

test('a supergraph that is exchanged every 200 ms loses and doubles no event', async () => {
  const city = await openHarbour('http');
  const client = await city.stream({ query: allShips });
  const ids: string[] = [];
  const reloads: string[] = [];
  const over = new AbortController();
  const exchanging = (async () => {
    while (!over.signal.aborted) {
      // Every other one is planned anew, for then both the types and the plan are others.
      const word = `Word${reloads.length}`;
      await city.gateway.reload(city.supergraph(word));
      reloads.push(word);
      await pause(200);
    }
  })();
  while (ids.length < 30 || reloads.length < 7) {
    const id = `r${ids.length}`;
    await city.arrive(id);
    ids.push(id);
    await pause(50);
  }
  await settled(client, ids.length);
  over.abort();
  await exchanging;

  expect(reloads.length).toBeGreaterThan(5);
  expect(told(client)).toEqual(ids);
  expect(client.events.every(({ answer }) => answer.errors === undefined)).toBe(true);
});

test('an operation that a new supergraph does not know is told so, and completed', async () => {
  const city = await openHarbour('http');
  const client = await city.stream({ query: allShips });
  await city.gateway.reload(city.supergraph().replaceAll('windAtShip', 'breeze'));
  await client.ended;

  expect(client.events.map(({ name }) => name)).toEqual(['next', 'complete']);
  expect(client.events[0]?.answer.errors?.[0]?.extensions.code).toBe('VALIDATION_FAILED');
  expect(city.gateway.streams()).toMatchObject({ open: 0, upstream: 0 });
});

test('queries, refusals and broken documents are answered by events too', async () => {
  const city = await openHarbour('http');
  await city.arrive('a');
  const query = await city.stream({ query: '{ ship(id: "a") { name } }' });
  const broken = await city.stream({ query: '{' });
  const unknown = await city.stream({ query: 'subscription { nothing }' });
  const denied = await city.stream({ query: 'subscription { cargoChanged { id } }' });
  for (const client of [query, broken, unknown, denied]) await client.ended;

  expect(query.events).toEqual([
    { name: 'next', answer: { data: { ship: { name: 'a Maru' } } } },
    { name: 'complete', answer: {} },
  ]);
  for (const client of [broken, unknown, denied]) {
    expect(client.status).toBe(200);
    expect(client.events.map(({ name }) => name)).toEqual(['next', 'complete']);
  }
  expect(broken.events[0]?.answer.errors?.[0]?.extensions.code).toBe('PARSE_FAILED');
  expect(unknown.events[0]?.answer.errors?.[0]?.extensions.code).toBe('VALIDATION_FAILED');
  expect(denied.events[0]?.answer).toMatchObject({
    data: null,
    errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
  });
});

test('a subscription is refused without events, a mutation by GET, and a foreign page anything', async () => {
  const city = await openHarbour('in process');
  const asJson = await fetch(city.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: allShips }),
  });
  const search = new URLSearchParams({ query: allShips }).toString();
  const forged = await fetch(`${city.url}?${search}`, { headers: { accept: 'text/event-stream' } });
  const leaving = new AbortController();
  const byGet = await fetch(`${city.url}?${search}`, {
    headers: { accept: 'text/event-stream', 'graphql-require-preflight': '1' },
    signal: leaving.signal,
  });

  expect(asJson.status).toBe(400);
  expect(await asJson.text()).toContain('text/event-stream');
  expect(forged.status).toBe(400);
  expect(byGet.status).toBe(200);
  expect(byGet.headers.get('content-type')).toContain('text/event-stream');
  leaving.abort();
});

test('a department that is left to itself is told of in comments, and caught up with when it is back', async () => {
  const city = await openHarbour('in process', { streams: { heartbeat: 50 } });
  const client = await city.stream({ query: allShips });
  await expect.poll(() => client.comments, patient).toBeGreaterThan(2);

  city.port.service.subscriptions.end();
  await city.arrive('a', 'b');
  await settled(client, 2);

  expect(told(client)).toEqual(['a', 'b']);
  expect(city.gateway.streams().reconnected).toBeGreaterThan(0);
});

test('a gateway that retires breaks its streams off, and their clients go on elsewhere', async () => {
  const city = await openHarbour('http');
  const client = await city.stream({ query: allShips });
  await city.arrive('a');
  await settled(client, 1);
  city.gateway.retire();
  await client.ended;
  const late = await city.stream({ query: allShips });
  await late.ended;

  expect(client.events.at(-1)?.name).toBe('next');
  expect(client.retry).toBeGreaterThan(0);
  expect([late.status, late.events.length, late.retry]).toEqual([200, 0, client.retry]);
  expect(city.gateway.streams()).toMatchObject({ open: 0, upstream: 0 });
});

test('streams beyond the limits are refused', async () => {
  const city = await openHarbour('in process', { streams: { perClient: 2 } });
  const [first] = [await city.stream({ query: allShips }), await city.stream({ query: allShips })];
  const third = await city.stream({ query: allShips });
  first?.leave();
  await expect.poll(() => city.gateway.streams().open, patient).toBe(1);
  const fourth = await city.stream({ query: allShips });

  expect([third.status, third.headers['retry-after']]).toEqual([429, '5']);
  expect(fourth.status).toBe(200);
});

test('an event costs what asking for it does, and who has spent too much is told later', async () => {
  const spent: number[] = [];
  let allowed = 2;
  const rateStore: RateStore = {
    take: (_, amount) => {
      const isGranted = spent.length < allowed;
      if (isGranted) spent.push(amount);
      return { isGranted, used: amount, wait: 0.01 };
    },
  };
  const city = await openHarbour('in process', { rates: { costPerMinute: 1_000 }, rateStore });
  const client = await city.stream({ query: allShips });
  await city.arrive('a', 'b', 'c');
  await expect.poll(() => city.gateway.streams().heldBack, patient).toBe(1);
  await settled(client, 1);
  allowed = 10;
  await settled(client, 3);

  expect(told(client)).toEqual(['a', 'b', 'c']);
  const [opening] = spent;
  expect(opening).toBeGreaterThan(0);
  expect(spent).toEqual([opening, opening, opening, opening]);
});

test('three hundred clients that come and go leave nothing behind', async () => {
  const city = await openHarbour('http', { streams: { perClient: 1_000 } });
  for (let round = 0; round < 3; round += 1) {
    const clients = await Promise.all(
      Array.from({ length: 100 }, () => city.stream({ query: allShips })),
    );
    expect(city.gateway.streams().upstream).toBe(1);
    for (const client of clients) client.leave();
  }
  await expect.poll(() => city.gateway.streams().upstream, patient).toBe(0);
  await expect.poll(() => city.port.service.subscriptions.count, patient).toBe(0);

  expect(city.gateway.streams().open).toBe(0);
});

test('a client that does not read is dropped and counted, and nothing is fetched for it meanwhile', async () => {
  const city = await openHarbour('http', { streams: { slowAfter: 300 } });
  const wide = Array.from({ length: 150 }, (_, index) => `n${index}: name`).join(' ');
  const client = await city.stream({
    query: `subscription { shipChanged { id ship { ${wide} } } }`,
  });
  client.pause();
  const long = 'x'.repeat(200);
  const rows = Array.from({ length: 900 }, (_, index) => `('w${index}', '${long}')`).join();
  await city.port.em().execute(`insert into ship (id, name) values ${rows}`);

  await expect.poll(() => city.gateway.streams().droppedSlow, patient).toBe(1);
  await expect.poll(() => city.port.service.subscriptions.count, patient).toBe(0);
  expect(city.gateway.streams()).toMatchObject({ open: 0, upstream: 0 });
  expect(city.gateway.streams().delivered).toBeLessThan(900);
});

test('the reference client of the protocol understands events, queries and refusals', async () => {
  const city = await openHarbour('http', { streams: { heartbeat: 30 } });
  const client = createClient({ url: city.url, retryAttempts: 0 });
  const changes = client.iterate<{ shipChanged: { id: string } }>({ query: allShips });
  const next = changes.next();
  await expect.poll(() => city.port.service.subscriptions.count, patient).toBe(1);
  // Signs of life go by before the first event.
  await pause(200);
  await city.arrive('a', 'b');
  const first = await next;
  const second = await changes.next();
  await changes.return?.();
  const query = await client.iterate({ query: '{ ship(id: "a") { name } }' }).next();
  const refused = await client.iterate({ query: '{ nothing }' }).next();

  expect(first.value?.data?.shipChanged.id).toBe('a');
  expect(second.value?.data?.shipChanged.id).toBe('b');
  expect(query.value?.data).toEqual({ ship: { name: 'a Maru' } });
  expect(refused.value?.errors?.[0]?.message).toContain('nothing');
  await expect.poll(() => city.port.service.subscriptions.count, patient).toBe(0);
});
