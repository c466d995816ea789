import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openMarket, type OpenMarket } from './testing/open-market.js';
import type { Fault, RunningSubgraph } from './testing/subgraph-server.js';
import { httpTransport } from './transport/http.js';
import { testKey } from './testing/subgraph-server.js';

let market: OpenMarket;
beforeEach(async () => {
  market = await openMarket();
});
afterEach(async () => {
  await market.close();
});

const subgraph = (name: string): RunningSubgraph => {
  const found = market.subgraphs.get(name);
  if (!found) throw new Error(`The market has no subgraph "${name}".`);
  return found;
};
const body =
  (type: string, text: string | Uint8Array, headers: Record<string, string> = {}): Fault =>
  (response: ServerResponse) => {
    response.writeHead(200, { 'content-type': type, ...headers }).end(text);
  };
const json = (data: unknown): Fault => body('application/json', JSON.stringify({ data }));
const entities = (...list: unknown[]): Fault => json({ _entities: list });

const question = '{ products { name stars } makers { name } }';
const withoutStars = {
  products: ['Kettle', 'Ladle', 'Wok'].map((name) => ({ name, stars: null })),
  makers: [{ name: 'Aoki' }, { name: 'Baba' }],
};
const malformed = [{ name: 'opinion', reason: 'SUBGRAPH_ANSWER_MALFORMED', lastGoodAt: null }];
const star = (id: string, stars: number) => ({ __typename: 'Item', id, stars });
const ofType = (type: string): string =>
  ['p1', 'p2', 'p3'].map((id) => `{"__typename":"${type}","id":"${id}","stars":1}`).join();

describe('entities', () => {
  const lies: [string, Fault][] = [
    ['in another order', entities(star('p2', 2), star('p1', 1), star('p3', 3))],
    ['that nobody asked for', entities(star('p1', 1), star('p2', 2), star('p9', 3))],
    ['that do not say which they are', entities({ stars: 1 }, { stars: 2 }, { stars: 3 })],
    ['that are one too many', entities(...['p1', 'p2', 'p3', 'p1'].map((id) => star(id, 1)))],
    ['that are one too few', entities(star('p1', 1), star('p2', 2))],
    ['of which one is a list', entities([star('p1', 1)], star('p2', 2), star('p3', 3))],
    ['whose key is an object', entities({ id: { id: 'p1' } }, star('p2', 2), star('p3', 3))],
    ['that are an object', json({ _entities: { 0: star('p1', 1) } })],
    ['under another name', json({ entities: [] })],
    ['under the name of a prototype', body('application/json', '{"data":{"__proto__":{}}}')],
  ];
  test.each(lies)('%s are joined to nothing', async (_, fault) => {
    subgraph('opinion').fault = fault;

    const answer = await market.ask(question);

    expect(answer.data).toEqual(withoutStars);
    expect(answer.extensions?.departments).toEqual(malformed);
    expect(answer.errors?.map(({ path }) => path)).toEqual([
      ['products', 0, 'stars'],
      ['products', 1, 'stars'],
      ['products', 2, 'stars'],
    ]);
  });

  test('of another type than asked are joined to nothing', async () => {
    const question = '{ products { name inStock } }';
    subgraph('stock').fault = body(
      'application/json',
      `{"data":{"_entities":[${ofType('Bundle').replaceAll('"id"', '"code"')}]}}`,
    );

    const answer = await market.ask(question);

    expect(answer.data?.['products']).toMatchObject([
      { name: 'Kettle', inStock: null },
      { name: 'Ladle', inStock: null },
      { name: 'Wok', inStock: null },
    ]);
    expect(answer.errors?.[0]?.extensions.code).toBe('SUBGRAPH_ANSWER_MALFORMED');
  });

  test('whose key is a number where it was a text are the same', async () => {
    await market.close();
    market = await openMarket();
    subgraph('people').fault = json({ makers: [{ __typename: 'Maker', id: 7, name: 'Seven' }] });

    const answer = await market.ask('{ makers { id name } }');

    expect(answer.data).toEqual({ makers: [{ id: '7', name: 'Seven' }] });
  });

  test('that cannot tell their key are taken as they come, and asked for it no more', async () => {
    const { received } = subgraph('opinion');
    const fails = { message: 'no id', path: ['_entities', 0, 'id'] };
    const without = [1, 2, 3].map((stars) => ({ stars }));
    subgraph('opinion').fault = (response) => {
      const isAskedForKey = received.at(-1)?.includes('{id}');
      const text = isAskedForKey
        ? { data: { _entities: [null, null, null] }, errors: [fails] }
        : { data: { _entities: without } };
      body('application/json', JSON.stringify(text))(response);
    };

    const answers = [await market.ask(question), await market.ask(question)];

    for (const { data, errors } of answers) {
      expect(errors).toBeUndefined();
      expect(data?.['products']).toMatchObject(without);
    }
    expect(received).toHaveLength(3);
  });

  test('that fail with an error about one nobody asked for say so', async () => {
    const path = ['_entities', 99, 'stars'];
    const errors = [{ message: 'x', path }];
    const text = JSON.stringify({ data: { _entities: [null, null, null] }, errors });
    subgraph('opinion').fault = body('application/json', text);

    const answer = await market.ask(question);

    expect(answer.data).toEqual(withoutStars);
    expect(answer.errors).toHaveLength(3);
  });
});

describe('an answer', () => {
  const deep = '['.repeat(200_000) + ']'.repeat(200_000);
  const unusable: [string, Fault][] = [
    ['that breaks off', body('application/json', '{"data":{"_entities":[{"id":"p1","st')],
    ['that is no text', body('application/json', Buffer.from([0xff, 0xfe, 0x00, 0x80]))],
    ['of zeros', body('application/json', '\u0000'.repeat(1000))],
    ['that is empty', body('application/json', '')],
    ['that says 200 with a web page', body('text/html', '<!doctype html><p>Welcome')],
    ['that is a web page called JSON', body('application/json', '<!doctype html><p>Welcome')],
    ['without a type', body('', JSON.stringify({ data: { _entities: [] } }))],
    ['whose data is a text', json('yes')],
    ['whose data is a list', json([])],
    ['of lists within lists', body('application/json', `{"data":{"_entities":${deep}}}`)],
    ['that is packed', body('application/json', gzipSync('{}'), { 'content-encoding': 'gzip' })],
  ];
  test('that is not JSON is told to the log without a word of it', async () => {
    await market.close();
    const logged: string[] = [];
    const note = (fields: object): void => void logged.push(JSON.stringify(fields));
    market = await openMarket({ log: { info: note, warn: note, error: note } });
    subgraph('opinion').fault = body('application/json', '{"data":{"name":"山田花子",}}');

    await market.ask(question);

    expect(logged).toHaveLength(1);
    expect(logged[0]).toContain('not-json');
    expect(logged[0]).not.toMatch(/山田|花子/);
  });

  test.each(unusable)('%s costs its own fields only', async (_, fault) => {
    subgraph('opinion').fault = fault;

    const answer = await market.ask(question);

    expect(answer.data).toEqual(withoutStars);
    expect(answer.extensions?.departments).toEqual(malformed);
    subgraph('opinion').fault = undefined;
    expect((await market.ask(question)).errors).toBeUndefined();
  });

  test('whose connection breaks in the middle costs its own fields only', async () => {
    subgraph('opinion').fault = (response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '5000' });
      response.write('{"data":{"_entities":[', () => response.destroy());
    };

    const answer = await market.ask(question);

    expect(answer.data).toEqual(withoutStars);
    expect(answer.extensions?.departments).toMatchObject([{ reason: 'SUBGRAPH_UNREACHABLE' }]);
  });

  test('that never ends is cut off at the limit while it comes', async () => {
    const { url } = subgraph('opinion');
    const transports = new Map(
      [...market.subgraphs.values()].map((each) => [
        each.name,
        httpTransport({ url: each.url, signingKey: testKey, answerBytes: 100_000 }),
      ]),
    );
    const running = market;
    market = await openMarket({ subgraphs: transports });
    let sent = 0;
    const gone = new Promise<void>((resolve) => {
      const endless = running.subgraphs.get('opinion');
      if (!endless) throw new Error(`Nobody answers at ${url}.`);
      endless.fault = (response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.once('close', resolve);
        const piece = 'x'.repeat(50_000);
        void (async () => {
          while (!response.destroyed) {
            sent += piece.length;
            if (!response.write(piece)) await Promise.race([once(response, 'drain'), gone]);
          }
        })();
      };
    });

    const answer = await market.ask(question);
    await gone;
    await running.close();

    expect(answer.data).toEqual(withoutStars);
    expect(answer.extensions?.departments).toEqual(malformed);
    expect(sent).toBeLessThan(20_000_000);
  });

  test('with countless errors is told with the first of them', async () => {
    const errors = Array.from({ length: 50_000 }, (_, index) => ({
      message: 'x',
      path: ['_entities', index % 3, 'stars', index],
    }));
    const text = JSON.stringify({ data: { _entities: [null, null, null] }, errors });
    subgraph('opinion').fault = body('application/json', text);

    const answer = await market.ask(question);

    expect(answer.data).toEqual(withoutStars);
    expect(answer.errors?.length).toBeLessThan(1100);
  });
});

describe('a value', () => {
  const shown = async (weight: string): Promise<unknown> => {
    const product = `{"__typename":"Product","id":"p1","name":"Kettle","weight":${weight}}`;
    subgraph('catalog').fault = body('application/json', `{"data":{"products":[${product}]}}`);
    const answer = await market.ask('{ products { name weight } }');
    return [answer.data?.['products'], answer.errors?.[0]?.path?.join('.')];
  };
  const refused = [[{ name: 'Kettle', weight: null }], 'products.0.weight'];

  test.each(['2147483648', '-2147483649', '1.5', '1e400', '"3"', 'true', '{"a":1}', '[3]'])(
    '%s is no Int',
    async (value) => {
      expect(await shown(value)).toEqual(refused);
    },
  );

  test.each([2147483647, -2147483648, 0])('%s is an Int', async (value) => {
    expect(await shown(String(value))).toEqual([[{ name: 'Kettle', weight: value }], undefined]);
  });

  const field = async (name: string, value: unknown, ask: string): Promise<unknown> => {
    subgraph('catalog').fault = json({ [name]: value });
    const answer = await market.ask(ask);
    return [answer.data, answer.errors?.map(({ path, extensions }) => [path, extensions.code])];
  };
  const code = 'SUBGRAPH_ANSWER_MALFORMED';

  test('that is a list where one thing stands is malformed, and so is one thing for a list', async () => {
    expect(await field('products', [[{ name: 'a' }]], '{ products { name } }')).toEqual([
      { products: [null] },
      [[['products', 0], code]],
    ]);
    expect(await field('products', { name: 'a' }, '{ products { name } }')).toEqual([
      { products: null },
      [[['products'], code]],
    ]);
  });

  test('that is an object where a scalar stands is malformed', async () => {
    expect(await field('products', [{ name: { a: 1 } }], '{ products { name } }')).toEqual([
      { products: [{ name: null }] },
      [[['products', 0, 'name'], code]],
    ]);
  });

  test('of a type that does not exist or cannot stand there is malformed', async () => {
    const ask = '{ found { __typename ... on Product { name } } }';
    const found = [
      { __typename: 'Nobody' },
      { __typename: 'Maker' },
      { name: 'a' },
      { __typename: 3 },
    ];

    expect(await field('found', found, ask)).toEqual([
      { found: [null, null, null, null] },
      found.map((_, index) => [['found', index], code]),
    ]);
  });
});

describe('an argument that is not accepted', () => {
  const query =
    '{ products { name stars remarks(first: 900) } makers { name home { town(upper: true) } } }';
  const first = { argument: 'first', reason: 'VALUE_OUT_OF_RANGE', most: 100 };
  const input = (...refused: object[]): object => ({ code: 'BAD_USER_INPUT', input: refused });
  const ask = async (path: (key: string) => unknown[], ...refused: object[]) => {
    const opinion = subgraph('opinion');
    opinion.fault = (response) => {
      const key = /(\w+)\s*:\s*remarks/.exec(opinion.received.at(-1) ?? '')?.[1] ?? '';
      const errors = [{ message: 'p2', path: path(key), extensions: input(...refused) }];
      const data = { _entities: ['p1', 'p2', 'p3'].map((id) => star(id, 1)) };
      body('application/json', JSON.stringify({ data, errors }))(response);
    };
    const { errors = [] } = await market.ask(query);
    return errors.map(({ path: at, extensions }) => [at?.join('.'), extensions['input']]);
  };

  test('is named at the field of the entity in which the client wrote it', async () => {
    const told = await ask((key) => ['_entities', 1, key], first);

    expect(told).toEqual([
      ['products.1.remarks', [{ ...first, expected: 'it has to be at most 100' }]],
    ]);
  });

  const lies: [string, (key: string) => unknown[], object][] = [
    ['of another field that was asked for', () => ['_entities', 1, 'stars'], first],
    ['of a field that another department was asked for', () => ['makers', 0, 'name'], first],
    [
      'of a field of another department with that argument',
      () => ['makers', 0, 'home', 'town'],
      { argument: 'upper', reason: 'MALFORMED' },
    ],
    ['of an entity as a whole', () => ['_entities', 1], first],
    ['of all of them', () => ['_entities'], first],
    ['of an entity nobody asked for', (key) => ['_entities', 99, key], first],
    ['of an entry of a list', (key) => ['_entities', 1, key, 0], first],
    ['of nothing', () => [], first],
    [
      'that the gateway sent',
      (key) => ['_entities', 1, key],
      { argument: 'representations', reason: 'MISSING' },
    ],
  ];
  test.each(lies)('is not named %s', async (_, path, refused) => {
    const told = await ask(path, refused);

    expect(told.length).toBeGreaterThan(0);
    expect(told.every(([, named]) => named === undefined)).toBe(true);
  });

  test('is named at twenty places of an answer, and the others say their code', async () => {
    const catalog = subgraph('catalog');
    catalog.fault = (response) => {
      const key = /(\w+)\s*:\s*price/.exec(catalog.received.at(-1) ?? '')?.[1] ?? '';
      const at = Array.from({ length: 50 }, (_, index) => index);
      const products = at.map((index) => ({ __typename: 'Product', id: `p${index}`, [key]: null }));
      const extensions = input({ argument: 'currency', reason: 'UNKNOWN_VALUE' });
      const errors = at.map((index) => ({
        message: '',
        path: ['products', index, key],
        extensions,
      }));
      body('application/json', JSON.stringify({ data: { products }, errors }))(response);
    };

    const { errors = [] } = await market.ask('{ products { price(currency: "XYZ") } }');

    expect(errors).toHaveLength(50);
    expect(errors.filter(({ extensions }) => extensions['input'])).toHaveLength(20);
    expect(new Set(errors.map(({ extensions }) => extensions.code))).toEqual(
      new Set(['BAD_USER_INPUT']),
    );
  });

  test('is not named where the gateway gave it for a field that another needs', async () => {
    const catalog = subgraph('catalog');
    catalog.fault = (response) => {
      const sent = catalog.received.at(-1) ?? '';
      const keys = [...sent.matchAll(/(?:(\w+)\s*:\s*)?price\(currency: *\\"(\w+)/g)];
      const key = keys.find(([, , currency]) => currency === 'EUR')?.[1] ?? 'price';
      const product = { __typename: 'Product', id: 'p1' };
      const extensions = input({ argument: 'currency', reason: 'UNKNOWN_VALUE' });
      const errors = [{ message: '', path: ['product', key], extensions }];
      body('application/json', JSON.stringify({ data: { product }, errors }))(response);
    };

    const { errors = [] } = await market.ask(
      '{ product(id: "p1") { price(currency: "USD") duty } }',
    );

    expect(errors.length).toBeGreaterThan(0);
    expect(errors.every(({ extensions }) => extensions['input'] === undefined)).toBe(true);
  });
});
