import { afterEach, describe, expect, test } from 'vitest';
import { composeSupergraph } from '../composition/compose.js';
import { createGateway, type Gateway } from '../gateway.js';
import { inProcessTransport } from '../transport/in-process.js';

const silence = { info: () => undefined, warn: () => undefined, error: () => undefined };
const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])
scalar Json`;
const first = `${link}
  type Query { thing: Thing echo(value: Json): Json }
  type Thing @key(fields: "id") { id: ID! size: Float count: Int any: Json list: [Json] part: Part @shareable }
  type Part @shareable { left: Json }`;
const second = `${link}
  type Thing @key(fields: "id") { id: ID! other: Int part: Part @shareable }
  type Part @shareable { left: Json right: Json }`;

let gateway: Gateway;
afterEach(async () => {
  await gateway.close();
});

interface Sent {
  query: string;
  variables: Record<string, unknown>;
}
let sent: Sent[] = [];
const open = (thing: unknown, entity: unknown = {}): Gateway => {
  sent = [];
  const subgraphs = [
    { name: 'first', sdl: first, url: 'http://first' },
    { name: 'second', sdl: second, url: 'http://second' },
  ];
  const answering = (data: unknown) =>
    inProcessTransport((request) => {
      sent.push(request);
      return Promise.resolve({ data });
    });
  gateway = createGateway({
    supergraphSdl: composeSupergraph(subgraphs),
    subgraphs: new Map([
      ['first', answering({ thing })],
      ['second', answering({ _entities: [entity] })],
    ]),
    mode: 'development',
    contract: 'full',
    log: silence,
  });
  return gateway;
};
const code = 'SUBGRAPH_ANSWER_MALFORMED';

describe('a scalar of a department that is an object', () => {
  test('is one value, and is not taken apart when answers are joined', async () => {
    const date = new Date(0);
    const thing = { __typename: 'Thing', id: '1', any: date, part: { left: { a: 1, b: 2 } } };
    const answer = await open(thing, { id: '1', part: { right: { c: 3 } } }).execute({
      query: '{ thing { any part { left right } } }',
    });

    expect(answer.errors).toBeUndefined();
    expect(answer.data).toEqual({
      thing: { any: date, part: { left: { a: 1, b: 2 }, right: { c: 3 } } },
    });
  });

  test('keeps the names that every object has, and changes no object of ours', async () => {
    const any: unknown = JSON.parse(
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"x":1}}}',
    );
    const answer = await open({ id: '1', any }).execute({ query: '{ thing { any } }' });

    expect(JSON.stringify(answer.data)).toBe(
      '{"thing":{"any":{"__proto__":{"polluted":1},"constructor":{"prototype":{"x":1}}}}}',
    );
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  test('that nobody could write out is malformed', async () => {
    let any: unknown = 1;
    for (let level = 0; level < 20_000; level++) any = [any];

    const answer = await open({ id: '1', any, count: 1 }).execute({
      query: '{ thing { any count } }',
    });

    expect(answer.data).toEqual({ thing: { any: null, count: 1 } });
    expect(answer.errors).toMatchObject([{ path: ['thing', 'any'], extensions: { code } }]);
  });

  test.each([10n, [[10n]], Symbol('x'), () => 1])(
    'that JSON has no word for is malformed, and the rest is answered',
    async (any) => {
      const { errors, data } = await open({ id: '1', any, count: 1 }).execute({
        query: '{ thing { any count } }',
      });

      expect(JSON.stringify(data)).toBe('{"thing":{"any":null,"count":1}}');
      expect(errors).toMatchObject([{ path: ['thing', 'any'], extensions: { code } }]);
    },
  );
});

test.each([Number.NaN, Number.POSITIVE_INFINITY])('%s is no number of the graph', async (value) => {
  const thing = { id: '1', size: value, count: value, any: value, list: [1, value] };

  const answer = await open(thing).execute({ query: '{ thing { size count any list } }' });

  expect(answer.data).toEqual({ thing: { size: null, count: null, any: null, list: [1, null] } });
  expect(answer.errors?.map(({ path }) => path?.join('.'))).toEqual([
    'thing.size',
    'thing.count',
    'thing.any',
    'thing.list.1',
  ]);
});

describe('names that every object has', () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];

  test('are aliases like all others', async () => {
    const selection = names.map((name) => `${name}: count`).join(' ');
    // The subgraph sees names of the plan, and answers under those.
    const keys = Array.from(names, (_, index) => [`renamed_${index}`, index]);
    gateway = open({ id: '1', count: 7, ...Object.fromEntries(keys) });

    const { data, errors } = await gateway.execute({ query: `{ thing { ${selection} } }` });

    expect(errors).toBeUndefined();
    expect(JSON.stringify(data)).toBe(
      `{"thing":{${names.map((name, index) => `"${name}":${index}`).join(',')}}}`,
    );
  });

  test('in variables reach nobody', async () => {
    const variables = JSON.parse('{"__proto__":{"polluted":1},"v":{"__proto__":{"polluted":1}}}');
    const query = 'query ($v: Json) { echo(value: $v) }';

    await open({}).execute({ query, variables });

    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    expect(sent.map(({ variables: given }) => Object.keys(given))).toEqual([['v']]);
  });

  test('of variables that were not given stand for nothing', async () => {
    const query = `query (${names.map((name) => `$${name}: Json`).join(' ')}) {
      ${names.map((name) => `${name}: echo(value: $${name})`).join(' ')}
    }`;

    await open({}).execute({ query, variables: JSON.parse('{"__proto__":{"value":1}}') });

    expect(sent.map(({ variables }) => JSON.stringify(variables))).toEqual([
      '{"__proto__":{"value":1}}',
    ]);
  });

  test('in an answer beside what was asked are left out', async () => {
    const thing: unknown = JSON.parse('{"id":"1","count":7,"__proto__":{"count":8},"more":[1]}');

    const answer = await open(thing).execute({ query: '{ thing { count } }' });

    expect(answer).toEqual({ data: { thing: { count: 7 } } });
  });
});

test('what belongs to federation cannot be asked for through the gateway', async () => {
  gateway = open({});
  const questions = ['{ _service { sdl } }', '{ _entities(representations: []) { __typename } }'];

  for (const query of questions) {
    const answer = await gateway.execute({ query });
    expect(answer.errors?.[0]?.extensions.code).toBe('VALIDATION_FAILED');
    expect(JSON.stringify(answer)).not.toMatch(/Did you mean|join__|Thing/);
  }
  expect(sent).toEqual([]);
});
