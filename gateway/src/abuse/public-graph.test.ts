import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { GatewayOptions } from '../gateway.js';
import type { TestSubgraph } from '../testing/market.js';
import { openMarket, type OpenMarket } from '../testing/open-market.js';

// What a stranger learns and can do at the public graph, with the settings of production. Only that any
// document may be asked is switched on: else all of this is refused before it is looked at.

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@inaccessible", "@shareable"])`;
const hall: TestSubgraph = {
  name: 'hall',
  sdl: `${link}
    type Query { course(id: ID!, filter: Filter): Course courses(kind: Kind): [Course] any: [Any] concealed: Int @inaccessible broken: Int }
    type Mutation { enrol(id: ID!): Boolean }
    type Course @key(fields: "id") { id: ID! title: String hiddenNote: String @inaccessible kind: Kind lecturer: Lecturer @inaccessible }
    type Lecturer @inaccessible { name: String secretPhone: String }
    type Notice { text: String }
    union Any = Course | Notice | Lecturer
    enum Kind { LECTURE WALK COVERT @inaccessible }
    input Filter { title: String covertOwner: String @inaccessible }`,
  resolvers: {
    Query: {
      course: (_: unknown, { id }: { id: string }) => ({ id, title: 'Choir', kind: 'COVERT' }),
      courses: () => [],
      any: () => [
        { __typename: 'Lecturer', name: 'x' },
        { __typename: 'Notice', text: 'y' },
      ],
      broken: () => {
        throw new Error('relation "secret_table" does not exist at /srv/hall/db.js:12');
      },
    },
    Mutation: { enrol: () => true },
  },
};

/** What nobody outside may read in any answer. */
const hidden =
  /hiddenNote|concealed|Lecturer|secretPhone|COVERT|covertOwner|secret_table|\.js:|\.ts:|at .+ \(|graphql\.org|_Service|_Any|_Entity|Did you mean/;

let open: OpenMarket;
beforeAll(async () => {
  const options: Partial<GatewayOptions> = {
    mode: 'production',
    contract: 'public',
    introspection: false,
    documents: { adHoc: ['anonymous'] },
    rates: { requestsPerSecond: 10_000 },
  };
  open = await openMarket(options, [hall]);
});
afterAll(() => open.close());

interface Heard {
  status: number;
  text: string;
  codes: string[];
}

const send = async (init: RequestInit, path = ''): Promise<Heard> => {
  const response = await fetch(`${open.url}${path}`, init);
  const text = await response.text();
  const codes = [...text.matchAll(/"code":"(\w+)"/g)].flatMap(([, code]) => code ?? []);
  return { status: response.status, text, codes };
};
const post = (body: unknown, headers: Record<string, string> = {}): Promise<Heard> =>
  send({
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      ...headers,
    },
    body: JSON.stringify(body),
  });
const many = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

describe('the probes of a common scanner find nothing', () => {
  const refused: [string, string, string][] = [
    ['101 aliases', `{ ${many(101, (index) => `a${index}: __typename`)} }`, 'aliases'],
    ['500 times one field', `{ ${many(500, () => '__typename')} }`, 'rootFields'],
    ['500 times one field below', `{ courses { ${many(500, () => 'id')} } }`, 'repeats'],
    ['10 unknown directives', `{ __typename ${many(10, () => '@aa')} }`, 'VALIDATION_FAILED'],
    ['60 directives', `{ __typename ${many(60, () => '@include(if: true)')} }`, 'directives'],
    [
      'a schema question in circles',
      `{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }`,
      'introspectionLists',
    ],
    ['the schema', '{ __schema { types { name } } }', 'VALIDATION_FAILED'],
    ['one type of the schema', '{ __type(name: "Course") { name } }', 'VALIDATION_FAILED'],
  ];
  test.each(refused)('%s', async (_, query, word) => {
    const { status, text } = await post({ query });

    expect(status).toBe(400);
    expect(text).toContain(word);
    expect(text).not.toContain('"data"');
    expect(text).not.toMatch(hidden);
  });

  test('several operations in one request', async () => {
    const batch = Array.from({ length: 10 }, () => ({ query: '{ __typename }' }));

    expect((await post(batch)).status).toBe(400);
  });

  test('a mutation by GET, and a query by GET that a foreign page could send', async () => {
    const path = (query: string): string => `?query=${encodeURIComponent(query)}`;
    const asked = { headers: { 'graphql-require-preflight': 'yes' } };

    expect((await send({}, path('{ __typename }'))).status).toBe(400);
    expect((await send(asked, path('mutation { enrol(id: 1) }'))).status).toBe(405);
    expect((await send(asked, path('{ __typename }'))).status).toBe(200);
  });

  test('a form by POST', async () => {
    for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data']) {
      const headers = { 'content-type': type };
      const body = 'query=%7B__typename%7D';

      expect((await send({ method: 'POST', headers, body })).status).toBe(415);
    }
  });

  test('traces, plans and pages for people', async () => {
    const headers = { 'apollo-federation-include-trace': 'ftv1', 'x-apollo-tracing': '1' };
    const traced = await post(
      { query: '{ courses { id } }', extensions: { explain: true } },
      headers,
    );
    const page = await send({ headers: { accept: 'text/html' } });

    const told: unknown = JSON.parse(traced.text);
    expect(told).toMatchObject({ data: { courses: [] } });
    expect(told).not.toHaveProperty('extensions');
    expect(traced.codes).toEqual(['FORBIDDEN']);
    expect(page.status).toBeGreaterThanOrEqual(400);
    expect(page.text).not.toContain('<');
  });

  test('errors that nobody handled', async () => {
    for (const body of [
      { query: '{' },
      { query: 'abc' },
      { query: 7 },
      { q: '{ a }' },
      'x',
      null,
    ]) {
      const { status, text } = await post(body);

      expect(status).toBe(400);
      expect(text).not.toMatch(hidden);
    }
  });
});

describe('nothing hidden is named', () => {
  const asked: [string, string, Record<string, unknown>?][] = [
    ['a hidden field', '{ course(id: 1) { hiddenNot } }'],
    ['a field like a hidden one', '{ conceale }'],
    ['a hidden root field by a near name', '{ conceal }'],
    ['a field whose type is hidden', '{ course(id: 1) { lecture { name } } }'],
    ['a fragment on a type that is nearly a hidden one', '{ any { ... on Lecture { name } } }'],
    ['an enum value like a hidden one', '{ courses(kind: COVER) { id } }'],
    ['an input field like a hidden one', '{ course(id: 1, filter: { covertOwne: "x" }) { id } }'],
    ['a type of a variable', 'query ($v: Lecture) { courses { id } }'],
    [
      'an enum value in a variable',
      'query ($v: Kind) { courses(kind: $v) { id } }',
      { v: 'COVER' },
    ],
    [
      'an input field in a variable',
      'query ($v: Filter) { course(id: 1, filter: $v) { id } }',
      { v: { covertOwne: 'x' } },
    ],
    ['a wrong argument', '{ courses(kin: LECTURE) { id } }'],
    ['a wrong directive', '{ courses @includ(if: true) { id } }'],
    ['the subgraph SDL', '{ _service { sdl } }'],
    ['entities', '{ _entities(representations: []) { __typename } }'],
  ];
  test.each(asked)('to one who asks for %s', async (_, query, variables) => {
    const { status, text } = await post({ query, variables });

    expect(status).toBe(400);
    expect(text.replaceAll(/_entities|_service/g, '')).not.toMatch(hidden);
    for (const { received } of open.subgraphs.values())
      expect(received.join()).not.toContain('_serv');
  });

  test('hidden names are answered as names that do not exist', async () => {
    const pairs: [string, string][] = [
      ['{ course(id: 1) { hiddenNote } }', 'hiddenNote'],
      ['{ concealed }', 'concealed'],
      ['{ any { ... on Lecturer { name } } }', 'Lecturer'],
      ['{ courses(kind: COVERT) { id } }', 'COVERT'],
      ['{ course(id: 1, filter: { covertOwner: "x" }) { id } }', 'covertOwner'],
      ['query ($v: Lecturer) { courses { id } }', 'Lecturer'],
    ];
    for (const [query, name] of pairs) {
      const unknown = 'q'.repeat(name.length);
      const real = await post({ query });
      const invented = await post({ query: query.replace(name, unknown) });

      expect(real.status).toBe(400);
      expect(real.text.replaceAll(name, unknown)).toBe(invented.text);
    }
  });

  test('values and types that are hidden are null, and a failure says nothing of where', async () => {
    const query = '{ course(id: 1) { id kind } any { __typename } broken }';

    const { status, text } = await post({ query });

    expect(status).toBe(200);
    expect(JSON.parse(text)).toMatchObject({
      data: {
        course: { id: '1', kind: null },
        any: [null, { __typename: 'Notice' }],
        broken: null,
      },
    });
    expect(text).not.toMatch(hidden);
  });
});

describe('names that every JavaScript object has', () => {
  test('are keys, variables and values like all others', async () => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    const body = `{"query":"query ($constructor: ID!, $__proto__: Filter) { __proto__: course(id: $constructor, filter: $__proto__) { constructor: title prototype: id hasOwnProperty: __typename } toString: courses { id } }",
      "variables":{"constructor":"__proto__","__proto__":{"title":"constructor"}},"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}`;

    const { status, text } = await send({
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });

    expect(status).toBe(200);
    expect(text).toBe(
      '{"data":{"__proto__":{"constructor":"Choir","prototype":"__proto__","hasOwnProperty":"Course"},"toString":[]}}',
    );
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
    expect(Reflect.get({}, 'isAdmin')).toBeUndefined();
  });

  test('in input objects that are given change nothing', async () => {
    const body = `{"query":"query ($filter: Filter) { course(id: 1, filter: $filter) { id } }","variables":{"filter":{"__proto__":{"title":"x"}}}}`;

    const { status } = await send({
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
      body,
    });

    expect(status).toBe(400);
    expect(Reflect.get({}, 'title')).toBeUndefined();
  });
});
