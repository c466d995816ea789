import { setTimeout as pause } from 'node:timers/promises';

import type { ExecutionResult } from 'graphql';
import { expect, onTestFinished, test } from 'vitest';

import { type Caller, anonymous } from '../context.js';
import { newFeedEpoch } from '../feed/feed.tables.js';
import { Ship, harbour } from '../testing/harbour.js';
import { type TestService, openTestService } from '../testing/test-service.js';
import type { SubscriptionMessage } from './change.js';

const all = 'subscription { shipChanged { id state ship { name } } }';
const aShip = (id: string) => Object.assign(new Ship(), { id, name: `${id} Maru` });

type Message = SubscriptionMessage<ExecutionResult>;

interface Subscriber {
  /** The messages that came. */
  messages: Message[];
  /** The ids of the ships it was told of. */
  ships(): string[];
  leave(): void;
}

/** Subscribes, and settles when it has begun. */
async function subscribe(
  { service }: TestService,
  asked: { query?: string; after?: string; caller?: Caller; variables?: object } = {},
): Promise<Subscriber> {
  const leaving = new AbortController();
  onTestFinished(() => leaving.abort());
  const { query = all, after, caller = anonymous, variables } = asked;
  const stream = service.subscriptions.open(
    { query, caller, variables: { ...variables } },
    { after, signal: leaving.signal },
  );
  const messages: Message[] = [];
  const first = await stream.next();
  if (first.value) messages.push(first.value);
  const read = async () => {
    for await (const message of stream) messages.push(message);
  };
  void read();
  return {
    messages,
    ships: () => messages.flatMap(({ answer }) => idOf(answer) ?? []),
    leave: () => leaving.abort(),
  };
}

function idOf(answer: ExecutionResult | undefined): string | undefined {
  const changed = answer?.data?.['shipChanged'] as { id: string } | undefined;
  return changed?.id;
}

const settled = (subscriber: Subscriber, count: number) =>
  expect.poll(() => subscriber.ships().length, { timeout: 4_000 }).toBe(count);

test('a subscriber is told every commit in order, and nothing that was before', async () => {
  const port = await openTestService(harbour);
  await port.plant(aShip('before'));

  const subscriber = await subscribe(port);
  await port.plant(aShip('b'), aShip('a'));
  await port.em().execute(`delete from ship where id = 'b'`);
  await settled(subscriber, 3);

  expect(subscriber.messages.at(-1)?.answer?.data).toEqual({
    shipChanged: { id: 'b', state: 'WITHDRAWN', ship: null },
  });
  expect(subscriber.ships()).toEqual(['b', 'a', 'b']);
});

test('who comes back with a cursor is told what it missed, once', async () => {
  const port = await openTestService(harbour);
  const subscriber = await subscribe(port);
  await port.plant(aShip('a'), aShip('b'));
  await settled(subscriber, 2);
  subscriber.leave();
  await port.plant(aShip('c'), aShip('d'));

  const [, first] = subscriber.messages;
  const again = await subscribe(port, { after: first?.cursor ?? '' });
  await port.plant(aShip('e'));
  await settled(again, 4);

  expect(again.ships()).toEqual(['b', 'c', 'd', 'e']);
  expect(again.messages[0]?.gap).toBeUndefined();
});

test('who was told nothing yet can come back too', async () => {
  const port = await openTestService(harbour);
  const subscriber = await subscribe(port);
  subscriber.leave();
  await port.plant(aShip('a'));

  const again = await subscribe(port, { after: subscriber.messages[0]?.cursor ?? '' });
  await settled(again, 1);

  expect(again.ships()).toEqual(['a']);
});

test('a cursor of another life of the numbering, from the future or of nonsense is a gap', async () => {
  const port = await openTestService(harbour);
  await port.plant(aShip('a'));
  const { messages } = await subscribe(port);
  const cursor = messages[0]?.cursor ?? '';

  const future = await subscribe(port, { after: cursor.replace(/\d+$/, '99') });
  const nonsense = await subscribe(port, { after: 'nonsense' });
  await port.em().execute(newFeedEpoch);
  const older = await subscribe(port, { after: cursor });
  await port.plant(aShip('b'));

  for (const each of [future, nonsense, older]) expect(each.messages[0]?.gap).toBe(true);
  await settled(older, 1);
  expect(older.ships()).toEqual(['b']);
});

test('the numbering may begin another life under a subscriber: it is told of the gap and goes on', async () => {
  const port = await openTestService(harbour);
  const subscriber = await subscribe(port);
  await port.em().execute(newFeedEpoch);
  await expect
    .poll(() => subscriber.messages.some(({ gap }) => gap), { timeout: 4_000 })
    .toBe(true);
  await port.plant(aShip('b'));
  await settled(subscriber, 1);
});

test('only the records that were chosen are told', async () => {
  const port = await openTestService(harbour);
  const query = 'subscription ($ids: [ID!]) { shipChanged(ids: $ids) { id } }';
  const subscriber = await subscribe(port, { query, variables: { ids: ['a', 'c'] } });
  await port.plant(aShip('a'), aShip('b'), aShip('c'));
  await settled(subscriber, 2);

  expect(subscriber.ships()).toEqual(['a', 'c']);
});

test('a thousand subscribers cost one look, one page and one query of each commit', async () => {
  let queries = 0;
  const port = await openTestService(harbour, { onQuery: () => (queries += 1) });
  const subscribers = await Promise.all(Array.from({ length: 1_000 }, () => subscribe(port)));
  queries = 0;
  await port.plant(aShip('a'));
  for (const subscriber of subscribers) await settled(subscriber, 1);
  const cost = queries;

  expect(port.service.subscriptions.count).toBe(1_000);
  // The insert with its transaction, the look and page, the ship itself; a look each second while this runs.
  expect(cost).toBeLessThan(20);
  for (const subscriber of subscribers) subscriber.leave();
  await expect.poll(() => port.service.subscriptions.count).toBe(0);
});

test('what may not be subscribed to is refused at once', async () => {
  const port = await openTestService(harbour);
  const protectedOne = await subscribe(port, { query: 'subscription { cargoChanged { id } }' });
  const unknown = await subscribe(port, { query: 'subscription { nothing }' });
  const many = await subscribe(port, {
    query: 'subscription ($ids: [ID!]) { shipChanged(ids: $ids) { id } }',
    variables: { ids: Array.from({ length: 101 }, (_, index) => String(index)) },
  });

  for (const each of [protectedOne, unknown, many]) expect(each.messages[0]?.refused).toBe(true);
  expect(protectedOne.messages[0]?.answer?.errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  expect(many.messages[0]?.answer?.errors?.[0]?.message).toContain('at most 100');
});

test('a field that the caller may not see is null and named, in every event', async () => {
  const port = await openTestService(harbour);
  const query = 'subscription { shipChanged { id ship { cargo } } }';
  const stranger = await subscribe(port, { query });
  const customs = await subscribe(port, {
    query,
    caller: { role: 'department', scopes: ['harbour.cargo'] },
  });
  await port.plant(Object.assign(aShip('a'), { cargo: 'tea' }));
  await settled(stranger, 1);
  await settled(customs, 1);

  expect(stranger.messages.at(-1)?.answer?.data?.['shipChanged']).toMatchObject({
    ship: { cargo: null },
  });
  expect(stranger.messages.at(-1)?.answer?.errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  expect(customs.messages.at(-1)?.answer?.data?.['shipChanged']).toMatchObject({
    ship: { cargo: 'tea' },
  });
});

test('a service that closes ends its subscriptions', async () => {
  const port = await openTestService(harbour);
  await subscribe(port);
  port.service.subscriptions.end();
  await pause(10);

  expect(port.service.subscriptions.count).toBe(0);
});
