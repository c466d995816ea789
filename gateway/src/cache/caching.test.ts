import { setTimeout as after } from 'node:timers/promises';
import { sign, signatureHeader } from '@manabi/kit/signature';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { testKey } from '../testing/subgraph-server.js';
import { openMarked, type MarkedGateway } from '../testing/marked/marked-gateway.js';

let marked: MarkedGateway;
beforeEach(async () => {
  marked = await openMarked();
  // The first look at the heads.
  await expect.poll(async () => (await hitsOf('{ gossip }')) > 0, { timeout: 10_000 }).toBe(true);
  marked.subgraphs.received.town = 0;
  marked.subgraphs.received.trade = 0;
});
afterEach(async () => {
  await marked.close();
});

const boards = '{ boards(ids: ["b1", "b2", "b5"]) { id title label shop { name } } }';

async function ask(query: string, caller?: string): Promise<Record<string, unknown>> {
  const response = await send({ query, ...(caller === undefined ? {} : { caller }) });
  // The tests look at what is in it.
  return (await response.json()) as Record<string, unknown>;
}

async function send(asked: {
  query: string;
  caller?: string;
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
}): Promise<Response> {
  const { query, caller, method = 'POST' } = asked;
  const headers = {
    'content-type': 'application/json',
    ...(caller === undefined ? {} : { authorization: `Bearer ${await marked.tokenOf(caller)}` }),
    ...asked.headers,
  };
  const address =
    method === 'GET' ? `${marked.url}?query=${encodeURIComponent(query)}` : marked.url;
  const body = method === 'GET' ? null : JSON.stringify({ query });
  return fetch(address, { method, headers, body });
}

async function hitsOf(query: string): Promise<number> {
  await ask(query);
  return marked.gateway.keptAnswers().services.reduce((sum, { hits }) => sum + hits, 0);
}

test('what is public is asked once, in the name of nobody, and given to everybody', async () => {
  const first = await ask(boards, 'ann');
  const received = { ...marked.subgraphs.received };
  const again = await ask(boards, 'bob');

  expect(again).toEqual(first);
  expect(first).toEqual({
    data: {
      boards: [
        { id: 'b1', title: 'Board 1', label: 'b1: Board 1', shop: { name: 'Shop of b1' } },
        { id: 'b2', title: 'Board 2', label: 'b2: Board 2', shop: { name: 'Shop of b2' } },
        { id: 'b5', title: 'Board 5', label: null, shop: null },
      ],
    },
  });
  expect(marked.subgraphs.received).toEqual(received);
  expect(await ask('{ gossip board(id: "b1") { gossip2 } }', 'ann')).toEqual({
    data: { gossip: 'nobody', board: { gossip2: 'nobody' } },
  });
});

test('of entities, only those are asked for that are not kept', async () => {
  await ask(
    'query($ids: [ID!]! = ["b1", "b2", "b5"]) { boards(ids: $ids) { label shop { name } } }',
  );
  const { trade } = marked.subgraphs.received;

  const more = await ask(
    'query($ids: [ID!]! = ["b3", "b2", "b5", "b1"]) { boards(ids: $ids) { label shop { name } } }',
  );

  expect(marked.subgraphs.received.trade).toBe(trade + 1);
  expect(more).toMatchObject({
    data: { boards: [{ label: 'b3: Board 3' }, { label: 'b2: Board 2' }, { label: null }, {}] },
  });
});

test('what is for one caller alone, and what tells of the very moment, is asked each time', async () => {
  const own = '{ myMark boards(ids: ["b1"]) { title myOffer notes { myMark } } }';
  const ofNow = '{ board(id: "b1") { moment } }';

  expect(await ask(own, 'ann')).toMatchObject({ data: { myMark: 'ann' } });
  expect(await ask(own, 'bob')).toEqual({
    data: {
      myMark: 'bob',
      boards: [{ title: 'Board 1', myOffer: 'bob', notes: [{ myMark: 'bob' }, { myMark: 'bob' }] }],
    },
  });
  expect(await ask(ofNow)).toEqual({ data: { board: { moment: 1 } } });
  expect(await ask(ofNow)).toEqual({ data: { board: { moment: 2 } } });
});

test('a change is seen at once when it is told, and within a second or so when it is not', async () => {
  const title = '{ board(id: "b1") { title } }';
  const { subgraphs, gateway } = marked;
  await ask(title);
  subgraphs.titles.set('b1', 'Told');
  const unaware = await ask(title);
  gateway.changed('town');
  const told = await ask(title);

  // Once it has looked at the head after what it was told.
  await after(200);
  await ask(title);
  subgraphs.titles.set('b1', 'Untold');
  subgraphs.heads.town = 'h1';
  const changedAt = performance.now();
  await expect
    .poll(() => ask(title), { timeout: 2_000, interval: 20 })
    .toEqual({ data: { board: { title: 'Untold' } } });

  expect(unaware).toEqual({ data: { board: { title: 'Board 1' } } });
  expect(told).toEqual({ data: { board: { title: 'Told' } } });
  expect(performance.now() - changedAt).toBeLessThan(2_000);
});

test('who changes something reads it at once, also when it is read by somebody else', async () => {
  const title = '{ board(id: "b2") { title } }';
  await ask(title);

  const changed = await ask('mutation { retitle(id: "b2", title: "New") { title label } }', 'ann');

  expect(changed).toEqual({ data: { retitle: { title: 'New', label: 'b2: New' } } });
  expect(await ask(title, 'bob')).toEqual({ data: { board: { title: 'New' } } });
});

test('an answer with an error is not kept, and the next one is asked anew', async () => {
  const shaky = '{ shaky(key: "one") }';

  expect(await ask(shaky)).toMatchObject({ data: { shaky: null }, errors: [{ path: ['shaky'] }] });
  expect(await ask(shaky)).toEqual({ data: { shaky: 'steady one' } });
});

test('a department that is silent about its changes is asked each time', async () => {
  const silent = await openMarked({
    heads: new Map([['town', () => Promise.reject(new Error('silent'))]]),
  });
  for (let time = 0; time < 3; time++) {
    const body = JSON.stringify({ query: '{ echo(left: "a") }' });
    await fetch(silent.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
  }

  expect(silent.subgraphs.received.town).toBe(3);
  await silent.close();
});

test('what a department forbids to keep is not kept, and what it calls public is not believed', async () => {
  marked.subgraphs.headersOf = () => ({ 'cache-control': 'private' });
  await ask('{ echo(left: "private") }');
  await ask('{ echo(left: "private") }');
  expect(marked.subgraphs.received.town).toBe(2);

  marked.subgraphs.headersOf = () => ({ 'cache-control': 'public, max-age=1' });
  await ask('{ echo(left: "short") }');
  await ask('{ echo(left: "short") }');
  expect(marked.subgraphs.received.town).toBe(3);
  await after(1_050);
  await ask('{ echo(left: "short") }');
  expect(marked.subgraphs.received.town).toBe(4);

  expect(await ask('{ myMark }', 'ann')).toEqual({ data: { myMark: 'ann' } });
  expect(await ask('{ myMark }', 'bob')).toEqual({ data: { myMark: 'bob' } });
});

test('a GET that is the same for everybody may be kept by who asks again each time', async () => {
  const first = await send({ query: boards, method: 'GET', caller: 'ann' });
  const etag = first.headers.get('etag') ?? '';
  const known = { 'if-none-match': `"other", W/${etag}` };
  const again = await send({ query: boards, method: 'GET', headers: known });
  marked.subgraphs.titles.set('b1', 'Another');
  marked.gateway.changed('town');
  const changed = await send({ query: boards, method: 'GET', headers: known });

  expect(first.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
  expect(first.headers.get('vary')).toContain('authorization');
  expect(etag).toMatch(/^"[\w-]{32}"$/);
  expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
  expect([changed.status, changed.headers.get('etag') === etag]).toEqual([200, false]);
});

test('every other answer is private and not to be stored: one part decides for all', async () => {
  const answers = [
    await send({ query: boards }),
    await send({ query: '{ gossip myMark }', method: 'GET', caller: 'ann' }),
    await send({ query: '{ shaky(key: "two") }', method: 'GET' }),
    await send({ query: '{ mySecret gossip }', method: 'GET' }),
    await send({ query: '{ nothing }', method: 'GET' }),
  ];
  marked.subgraphs.headersOf = () => ({ 'cache-control': 'no-store' });
  answers.push(await send({ query: '{ echo(right: "x") gossip }', method: 'GET' }));

  for (const { headers } of answers) {
    expect([headers.get('cache-control'), headers.get('etag')]).toEqual([
      'private, no-store',
      null,
    ]);
  }
});

test('a department may nudge the gateway when it signs that it changed, once, and nobody else may', async () => {
  const title = '{ board(id: "b3") { title } }';
  const path = '/nudge?source=town';
  const signedBy = (key: string): string => sign(key, `POST ${path}`);
  const nudge = async (signature: string): Promise<number> => {
    const headers = { [signatureHeader]: signature };
    return (await fetch(new URL(path, marked.url), { method: 'POST', headers })).status;
  };
  const good = signedBy(testKey);
  await ask(title);
  marked.subgraphs.titles.set('b3', 'Nudged');

  const refused = await nudge(signedBy('another key'));
  const still = await ask(title);
  const taken = await nudge(good);
  const after = await ask(title);
  const again = await nudge(good);

  expect([refused, taken, again]).toEqual([401, 204, 401]);
  expect([still, after]).toEqual([
    { data: { board: { title: 'Board 3' } } },
    { data: { board: { title: 'Nudged' } } },
  ]);
});

test('an answer that is packed on its way has a tag of its own, and is known again by it', async () => {
  const ids = Array.from({ length: 40 }, () => '"b1"').join(' ');
  const large = { query: `{ boards(ids: [${ids}]) { id title label } }`, method: 'GET' } as const;
  const plain = { ...large, headers: { 'accept-encoding': 'identity' } };

  const packed = await send({ ...large, headers: { 'accept-encoding': 'gzip' } });
  const tag = packed.headers.get('etag') ?? '';
  const again = await send({ ...large, headers: { 'if-none-match': tag } });
  const other = await send(plain);

  expect(packed.headers.get('content-encoding')).toBe('gzip');
  expect(packed.headers.get('vary')).toBe('accept, authorization, accept-encoding');
  expect([tag.endsWith('-gzip"'), again.status, again.headers.get('etag')]).toEqual([
    true,
    304,
    tag,
  ]);
  expect(other.headers.get('etag')).toBe(tag.replace('-gzip', ''));
});
