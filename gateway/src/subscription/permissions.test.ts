import { afterAll, beforeAll, expect, test } from 'vitest';
import { RemoteKeys } from '../identity/remote-keys.js';
import type { GatewayOptions } from '../gateway.js';
import { startKeyProvider, type KeyProvider } from '../testing/key-provider.js';
import type { EventClient } from '../testing/event-client.js';
import { allShips, openHarbour, type OpenHarbour } from '../testing/open-harbour.js';

const cargoOfShips = 'subscription { shipChanged { id ship { name cargo } } }';
const forCustoms = 'subscription { cargoChanged { id ship { cargo } } }';

const revoked = new Set<string>();
let provider: KeyProvider;

beforeAll(async () => {
  provider = await startKeyProvider();
});
afterAll(async () => {
  await provider.close();
});

function identity(): NonNullable<GatewayOptions['identity']> {
  const keys = new RemoteKeys({ url: provider.jwksUrl });
  return {
    clockTolerance: 0,
    issuers: [{ issuer: provider.issuer, audience: 'hub', keys }],
    isRevoked: ({ id }) => id !== undefined && revoked.has(id),
  };
}

/** A city that has met its provider of tokens: what was verified while the keys came is verified once more. */
async function openCity(): Promise<OpenHarbour> {
  const city = await openHarbour('http', { identity: identity() });
  const client = await city.stream({ query: '{ wind }', headers: await customs() });
  await client.ended;
  return city;
}

/** Headers of customs, who may see what ships carry. */
async function customs(claims: Record<string, unknown> = {}): Promise<Record<string, string>> {
  const token = await provider.token({ claims: { scope: 'harbour.cargo', ...claims } });
  return { authorization: `Bearer ${token}` };
}

const next = (client: EventClient, count: number): Promise<void> =>
  expect.poll(() => client.events.length, { timeout: 5_000, interval: 20 }).toBe(count);

test('what a caller may not see is null and named, in the first event and in every later one', async () => {
  const city = await openCity();
  const stranger = await city.stream({ query: cargoOfShips });
  const officer = await city.stream({ query: cargoOfShips, headers: await customs() });
  await city.arrive('a');
  await city.arrive('b');
  await next(stranger, 2);
  await next(officer, 2);

  for (const { answer } of stranger.events) {
    expect(answer.data).toMatchObject({ shipChanged: { ship: { cargo: null } } });
    expect(answer.errors).toMatchObject([
      { path: ['shipChanged', 'ship', 'cargo'], extensions: { code: 'UNAUTHENTICATED' } },
    ]);
  }
  for (const { answer } of officer.events) {
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toMatchObject({ shipChanged: { ship: { cargo: 'tea' } } });
  }
});

test('a protected subscription opens to who holds the scope, and nobody else is even asked for', async () => {
  const city = await openCity();
  const stranger = await city.stream({ query: forCustoms });
  await stranger.ended;
  const officer = await city.stream({ query: forCustoms, headers: await customs() });
  const asked = city.port.service.subscriptions.count;
  await city.arrive('a');

  await next(officer, 1);

  expect(asked).toBe(1);
  expect(stranger.events.map(({ name }) => name)).toEqual(['next', 'complete']);
  expect(officer.events[0]?.answer.data).toMatchObject({
    cargoChanged: { ship: { cargo: 'tea' } },
  });
});

test('a token that is not accepted opens no stream', async () => {
  const city = await openCity();
  const headers = { authorization: 'Bearer nonsense' };
  const client = await city.stream({ query: cargoOfShips, headers });

  expect(client.status).toBe(401);
  expect(client.headers['content-type']).toContain('application/json');
});

test('a stream ends with a clear error when its token expires, and nothing is told after', async () => {
  const city = await openCity();
  const exp = Math.floor(Date.now() / 1000) + 2;
  const expiring = await city.stream({ query: cargoOfShips, headers: await customs({ exp }) });
  await city.arrive('a');
  await next(expiring, 1);
  await expiring.ended;
  await city.arrive('b');

  expect(Date.now()).toBeGreaterThanOrEqual(exp * 1000);
  expect(expiring.events.map(({ name }) => name)).toEqual(['next', 'next', 'complete']);
  expect(expiring.events[1]?.answer.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  expect(expiring.events[1]?.answer.data).toBeUndefined();
  await expect.poll(() => city.gateway.streams().upstream).toBe(0);
});

test('a stream whose token is revoked is broken off before the next event, and its client is refused', async () => {
  const city = await openCity();
  const headers = await customs({ jti: 'taken' });
  const client = await city.stream({ query: cargoOfShips, headers });
  await city.arrive('a');
  await next(client, 1);
  revoked.add('taken');
  await city.arrive('b');
  await client.ended;
  const { lastEventId } = client;
  const again = await city.stream({ query: cargoOfShips, headers, lastEventId });
  const renewed = { query: cargoOfShips, headers: await customs(), lastEventId };
  const signedInAgain = await city.stream(renewed);
  await next(signedInAgain, 1);

  expect(client.events).toHaveLength(1);
  expect(again.status).toBe(401);
  expect(signedInAgain.events[0]?.answer.data).toMatchObject({ shipChanged: { id: 'b' } });
});

test('streams share a subscription as far as they may see the same, and one whose token is revoked ends alone', async () => {
  const city = await openCity();
  const headers = await customs({ jti: 'shared' });
  const ofAll = [
    await city.stream({ query: allShips }),
    await city.stream({ query: allShips }),
    await city.stream({ query: allShips, headers }),
  ];
  const [first, second, officer] = ofAll;
  const ending = await city.stream({ query: cargoOfShips, headers });
  const staying = await city.stream({
    query: cargoOfShips,
    headers: await customs({ jti: 'another' }),
  });
  const stranger = await city.stream({ query: cargoOfShips });
  const open = { ...city.gateway.streams() };
  revoked.add('shared');
  // Nothing happens meanwhile that could be told.
  await Promise.all([officer?.ended, ending.ended]);
  await city.arrive('a');
  const left = [first, second, staying, stranger].flatMap((client) => client ?? []);
  for (const client of left) await next(client, 1);

  // What is public for all, what customs see for both of them, what a stranger sees of it.
  expect(open).toMatchObject({ open: 6, upstream: 3 });
  expect([officer?.events, ending.events]).toEqual([[], []]);
  expect(staying.events[0]?.answer.data).toMatchObject({ shipChanged: { ship: { cargo: 'tea' } } });
  expect(stranger.events[0]?.answer.data).toMatchObject({ shipChanged: { ship: { cargo: null } } });
});

test('a department refuses a subscription that no gateway signed', async () => {
  const city = await openHarbour('http');
  const address = city.addressOf('harbour');
  const answer = await fetch(`${address}/subscription`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: cargoOfShips }),
  });

  expect(answer.status).toBe(401);
  expect(await answer.json()).not.toHaveProperty('data');
});
