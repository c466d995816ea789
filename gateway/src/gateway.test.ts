import { request, type IncomingHttpHeaders } from 'node:http';
import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { composeSupergraph } from './composition/compose.js';
import { logged } from './testing/market.js';
import { openMarket, type OpenMarket } from './testing/open-market.js';
import type { Fault } from './testing/subgraph-server.js';

let market: OpenMarket;
beforeEach(async () => {
  market = await openMarket();
});
afterEach(async () => {
  await market.close();
});

const subgraph = (name: string) => {
  const found = market.subgraphs.get(name);
  if (!found) throw new Error(`The market has no subgraph "${name}".`);
  return found;
};

const body =
  (status: number, type: string, text: string): Fault =>
  (response: ServerResponse) => {
    response.writeHead(status, { 'content-type': type }).end(text);
  };
const json = (value: unknown): Fault => body(200, 'application/json', JSON.stringify(value));

const question = '{ products { name stars } makers { name } }';
const withoutStars = {
  products: ['Kettle', 'Ladle', 'Wok'].map((name) => ({ name, stars: null })),
  makers: [{ name: 'Aoki' }, { name: 'Baba' }],
};

describe('a subgraph that fails', () => {
  test('nulls its own fields only, and the answer names it with its last good time', async () => {
    await market.ask(question);
    await subgraph('opinion').close();

    const answer = await market.ask(question);

    expect(answer.data).toEqual(withoutStars);
    expect(answer.errors).toHaveLength(3);
    expect(answer.errors?.[1]).toMatchObject({
      path: ['products', 1, 'stars'],
      extensions: { code: 'SUBGRAPH_UNREACHABLE' },
    });
    expect(answer.extensions?.departments).toEqual([
      { name: 'opinion', reason: 'SUBGRAPH_UNREACHABLE', lastGoodAt: expect.stringMatching(/^20/) },
    ]);
  });

  test('that was never good has no last good time', async () => {
    await subgraph('catalog').close();

    const answer = await market.ask(question);

    expect(answer.data).toEqual({ products: null, makers: withoutStars.makers });
    expect(answer.errors).toMatchObject([{ path: ['products'] }]);
    expect(answer.extensions?.departments).toMatchObject([{ name: 'catalog', lastGoodAt: null }]);
  });

  const malformed: [string, Fault][] = [
    ['is not JSON', body(200, 'application/json', '{"data": {"_ent')],
    ['is a web page', body(200, 'text/html', '<html></html>')],
    ['is a number', json(7)],
    ['has a list for data', json({ data: [] })],
    ['has neither data nor errors', json({})],
    ['has too few entities', json({ data: { _entities: [] } })],
    ['has too many entities', json({ data: { _entities: [{}, {}, {}, {}] } })],
    ['has numbers for entities', json({ data: { _entities: [1, 2, 3] } })],
    ['has no entities', json({ data: {} })],
  ];
  test.each(malformed)('by an answer that %s is told as malformed', async (_, fault) => {
    subgraph('opinion').fault = fault;

    const answer = await market.ask(question);

    expect(answer.data).toEqual(withoutStars);
    expect(answer.extensions?.departments).toMatchObject([
      { name: 'opinion', reason: 'SUBGRAPH_ANSWER_MALFORMED' },
    ]);
    expect(answer.errors).toHaveLength(3);
  });

  test('by answering the wrong type in one field spoils that field only', async () => {
    subgraph('opinion').fault = json({
      data: { _entities: [{ id: 'p1', stars: 1 }, { id: 'p2', stars: 'x' }, null] },
    });

    const answer = await market.ask(question);

    expect(answer.data?.['products']).toEqual([
      { name: 'Kettle', stars: 1 },
      { name: 'Ladle', stars: null },
      { name: 'Wok', stars: null },
    ]);
    expect(answer.errors).toMatchObject([{ path: ['products', 1, 'stars'] }]);
  });

  test('by a 503 page is told as unreachable', async () => {
    subgraph('opinion').fault = body(503, 'text/html', 'busy');

    const answer = await market.ask(question);

    expect(answer.extensions?.departments).toMatchObject([{ reason: 'SUBGRAPH_UNREACHABLE' }]);
  });

  test('by refusing with a code of its own is told under that code and in our words', async () => {
    const extensions = { code: 'UNAVAILABLE' };
    subgraph('opinion').fault = json({ data: null, errors: [{ message: 'db5 down', extensions }] });

    const answer = await market.ask(question);

    expect(answer.data).toEqual(withoutStars);
    expect(answer.errors?.[0]?.extensions.code).toBe('UNAVAILABLE');
    expect(JSON.stringify(answer)).not.toContain('db5');
  });

  test('by saying nothing ends at the deadline', async () => {
    await market.close();
    market = await openMarket({ deadline: 300 });
    // The first planning may take longer than this deadline; what is planned is kept even so.
    while ((await market.ask(question)).errors) await new Promise((done) => setTimeout(done, 50));
    subgraph('opinion').fault = () => undefined;
    const before = Date.now();

    const answer = await market.ask(question);

    expect(Date.now() - before).toBeLessThan(1500);
    expect(answer.data).toEqual(withoutStars);
    expect(answer.extensions?.departments).toMatchObject([{ reason: 'DEADLINE_EXCEEDED' }]);
  });
});

test('a subgraph is asked once for equal entities, signed, with a request id and a deadline', async () => {
  await market.ask('{ a: product(id: "p1") { stars } b: product(id: "p1") { stars } }');

  const { received, headers } = subgraph('opinion');
  expect(received).toHaveLength(1);
  expect(received[0]?.match(/"id":"p1"/g)).toHaveLength(1);
  expect(headers[0]?.['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  expect(Number(headers[0]?.['hub-time-left'])).toBeGreaterThan(0);
});

describe('a caller', () => {
  const query = '{ makers { name pin wage vault { gold } } }';
  const ask = (scopes: string[]) =>
    market.gateway.execute({ query }, { caller: { role: 'department', subject: 'd', scopes } });

  test('who has signed in sees what asks for no more', async () => {
    const answer = await ask([]);

    expect(answer.data?.['makers']).toMatchObject([
      { name: 'Aoki', pin: '1111', wage: null, vault: { gold: 7 } },
      { name: 'Baba', pin: '2222', wage: null, vault: { gold: 7 } },
    ]);
    expect(answer.errors?.map(({ extensions }) => extensions.code)).toEqual([
      'FORBIDDEN',
      'FORBIDDEN',
    ]);
  });

  test('with the scope sees all, and another then still does not', async () => {
    expect((await ask(['wages'])).errors).toBeUndefined();
    expect((await market.ask(query)).data?.['makers']).toMatchObject([
      { pin: null },
      { pin: null },
    ]);
  });

  test('is named to the subgraphs, which look again', async () => {
    await ask(['wages']);
    await market.ask(query);

    const [signedIn, anonymous] = subgraph('people').received;
    expect(signedIn).toContain('"caller":{"role":"department","subject":"d","scopes":["wages"]}');
    expect(anonymous).not.toContain('caller');
  });

  test('is not asked for on behalf of one who may not see', async () => {
    await market.ask(query);

    expect(subgraph('people').received.join()).not.toMatch(/pin|wage|vault|gold/);
  });

  test('who may not write leaves nothing written', async () => {
    await market.ask('mutation { hide(id: "p1") }');

    expect(subgraph('catalog').received).toEqual([]);
  });
});

test('a new supergraph is served from the next request on, and a broken one changes nothing', async () => {
  const running = [...market.subgraphs.values()];
  const fewer = running.filter(({ name }) => name !== 'opinion' && name !== 'stock');

  expect(await market.gateway.reload(composeSupergraph(fewer))).toBe('served');

  await expect(market.gateway.reload('type Query {')).rejects.toThrow();
  expect((await market.ask('{ products { stars } }')).errors).toMatchObject([
    { extensions: { code: 'VALIDATION_FAILED' } },
  ]);
  expect((await market.ask('{ products { name } }')).errors).toBeUndefined();
});

describe('over HTTP', () => {
  interface Reply {
    status: number;
    headers: IncomingHttpHeaders;
    body: string;
  }
  interface Sent {
    method?: string;
    search?: string;
    headers?: Record<string, string>;
    body?: string;
  }
  const send = ({ method = 'POST', search = '', headers = {}, body }: Sent): Promise<Reply> =>
    new Promise((resolve, reject) => {
      const sent = request(market.url + search, { method, headers }, (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
        );
      });
      sent.on('error', reject);
      sent.end(body);
    });
  const jsonType = { 'content-type': 'application/json' };
  const strict = { ...jsonType, accept: 'application/graphql-response+json' };
  const asked = JSON.stringify({ query: '{ makers { name } }' });
  const search = `?query=${encodeURIComponent('{ makers { name } }')}`;
  const preflight = { 'graphql-require-preflight': 'yes' };

  test('a question by POST or by GET is answered', async () => {
    const post = await send({ headers: jsonType, body: asked });
    const get = await send({ method: 'GET', search, headers: preflight });

    expect([post.status, get.status]).toEqual([200, 200]);
    expect(get.body).toBe(post.body);
    expect(post.headers['content-type']).toBe('application/json; charset=utf-8');
  });

  test('what a foreign web page could send is refused', async () => {
    const types = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', ''];
    for (const type of types) {
      const headers: Record<string, string> = type ? { 'content-type': type } : {};
      expect((await send({ headers, body: asked })).status).toBe(415);
      expect((await send({ method: 'GET', search, headers })).status).toBe(400);
    }
    const odd = { 'content-type': 'message/OHTTP-req' };
    expect((await send({ method: 'GET', search, headers: odd })).status).toBe(400);
  });

  test('a GET never writes', async () => {
    const before = logged.length;
    const writing = `?query=${encodeURIComponent('mutation { log(word: "x") }')}`;

    const reply = await send({ method: 'GET', search: writing, headers: preflight });

    expect([reply.status, reply.headers.allow]).toEqual([405, 'POST']);
    expect(logged).toHaveLength(before);
  });

  test('what tells of a person is read from a body, and from no address', async () => {
    const query =
      '{ products { ...Priced } } fragment Priced on Product { price(currency: "EUR") }';

    const got = await send({
      method: 'GET',
      search: `?query=${encodeURIComponent(query)}`,
      headers: preflight,
    });
    const posted = await send({ headers: jsonType, body: JSON.stringify({ query }) });

    expect([got.status, got.headers.allow]).toEqual([405, 'POST']);
    expect(JSON.parse(got.body).errors[0].message).toContain('Product.price');
    expect([posted.status, JSON.parse(posted.body).errors]).toEqual([200, undefined]);
  });

  test('other methods, bodies and types are refused with the status that says why', async () => {
    const status = async (sent: Sent): Promise<number> => (await send(sent)).status;

    expect(await status({ method: 'PUT', headers: jsonType, body: asked })).toBe(405);
    expect(await status({ headers: jsonType, body: '{"query":' })).toBe(400);
    expect(await status({ headers: jsonType, body: '[]' })).toBe(400);
    expect(await status({ headers: jsonType, body: '{"query": 1}' })).toBe(400);
    expect(await status({ headers: jsonType, body: `{"query": "${'#'.repeat(300_000)}"}` })).toBe(
      413,
    );
    expect(await status({ headers: { ...jsonType, accept: 'text/html' }, body: asked })).toBe(406);
    const latin = { 'content-type': 'application/json; charset=iso-8859-1' };
    expect(await status({ headers: latin, body: asked })).toBe(415);
  });

  test('a document that is wrong is 200 in plain JSON and 400 in the media type of GraphQL', async () => {
    const wrong = JSON.stringify({ query: '{ nothing }' });

    expect((await send({ headers: jsonType, body: wrong })).status).toBe(200);
    expect((await send({ headers: strict, body: wrong })).status).toBe(400);
    expect((await send({ headers: strict, body: asked })).status).toBe(200);
  });

  test('a document with too many tokens is refused', async () => {
    const query = `{ ${'makers { name } '.repeat(3000)} }`;

    expect((await market.ask(query)).errors).toMatchObject([
      { extensions: { code: 'LIMIT_EXCEEDED' } },
    ]);
  });

  test('the operator learns whether it lives and whether it is ready', async () => {
    const { origin } = new URL(market.url);

    expect((await fetch(`${origin}/health`)).status).toBe(200);
    expect((await fetch(`${origin}/ready`)).status).toBe(200);
    await market.gateway.close();
    expect((await fetch(`${origin}/ready`)).status).toBe(503);
  });

  test('introspection is refused where it is not allowed', async () => {
    await market.close();
    market = await openMarket({ introspection: false });

    const answer = await market.ask('{ __schema { types { name } } }');

    expect(answer.errors?.[0]?.extensions.code).toBe('VALIDATION_FAILED');
    expect((await market.ask('{ __typename }')).data).toEqual({ __typename: 'Query' });
  });
});

test('subscriptions are refused with a code', async () => {
  const answer = await market.gateway.execute({ query: 'subscription { a }' });

  expect(answer.data).toBeUndefined();
  expect(answer.errors?.[0]?.extensions.code).toMatch(/VALIDATION_FAILED|NOT_SUPPORTED/);
});
