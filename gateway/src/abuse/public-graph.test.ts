import { GraphQLError } from 'graphql';
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
    type Query { course(id: ID!, filter: Filter): Course courses(kind: Kind): [Course] any: [Any] concealed: Int @inaccessible broken: Int booked("First day, YYYY-MM-DD (初日)." from: String, "Last day; see hiddenNote." to: String, days: Int, covert: Int @inaccessible, filter: Filter, other: Filter): Int }
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
      booked: () => {
        throw new GraphQLError(refusal.words, { extensions: refusal.said });
      },
    },
    Mutation: { enrol: () => true },
  },
};

/** How the department refuses what it is asked. */
const refusal: { words: string; said: Record<string, unknown> } = { words: '', said: {} };

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

describe('an argument that a department does not accept', () => {
  const neutral = 'The department did not accept what was sent for this field.';
  const leak = `${'x'.repeat(1 << 20)}relation "secret_table" at /srv/hall/db.js:12 \u0000\u001b[31m`;
  const asks =
    'query ($f: Filter, $o: Filter) { booked(days: 900, from: "x", to: "y", filter: $f, other: $o) }';
  const ask = async (said: Record<string, unknown>, query = asks): Promise<Told> => {
    Object.assign(refusal, { words: leak, said: { code: 'BAD_USER_INPUT', ...said } });
    const variables = { f: { title: 'a' }, o: query === asks ? { title: 'b' } : null };
    const { text } = await post({ query, variables });
    expect(text).not.toMatch(hidden);
    expect(text).not.toMatch(/srv|\\u00/);
    // The answer of a gateway; what is in it is looked at.
    const { errors } = JSON.parse(text) as { errors: Told[] };
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ path: ['booked'] });
    return errors[0] ?? { message: '', extensions: {} };
  };
  interface Told {
    message: string;
    extensions: Record<string, unknown>;
  }
  const days = { argument: 'days', reason: 'VALUE_OUT_OF_RANGE', least: 1, most: 92 };

  test('is named with what was expected and what to do, in the words of the gateway', async () => {
    const { message, extensions } = await ask({ input: [days], stacktrace: [leak], rows: [leak] });

    expect(message).toBe(
      '"days" was not accepted: it has to be 1 to 92. Correct it and ask again.',
    );
    expect(extensions).toEqual({
      code: 'BAD_USER_INPUT',
      input: [{ ...days, expected: 'it has to be 1 to 92' }],
    });
  });

  const named: [string, object, string][] = [
    [
      'inside a variable, by its path',
      { argument: 'filter.title', reason: 'LENGTH_OUT_OF_RANGE', most: 5 },
      '"filter.title" was not accepted: it has to hold at most 5 characters. Correct it and ask again.',
    ],
    [
      'with what the schema says of it',
      { argument: 'from', reason: 'MALFORMED' },
      '"from" was not accepted: it has to be written as its description says (First day, YYYY-MM-DD (初日)). Correct it and ask again.',
    ],
    [
      'without what the schema says of it where that names something hidden',
      { argument: 'to', reason: 'MALFORMED' },
      '"to" was not accepted: it has to be written as its description says. Correct it and ask again.',
    ],
  ];
  test.each(named)('is named %s', async (_, input, words) => {
    expect((await ask({ input: [input] })).message).toBe(words);
  });

  test('is named by the end of its path where that is one place, and when it is missing', async () => {
    const query = 'query ($f: Filter, $o: Filter) { booked(filter: $f) @skip(if: false) }';
    const used = query.replace(', $o: Filter', '');
    const title = await ask({ input: [{ argument: 'title', reason: 'MALFORMED' }] }, used);
    const either = ['from', 'days'].map((argument) => ({ argument, reason: 'NOT_EXACTLY_ONE' }));
    const missing = await ask({ input: either }, used);

    expect(title.message).toContain('"filter.title" was not accepted');
    expect(missing.message).toBe(
      '"from" was not accepted: exactly one of these is to be given. "days" was not accepted: exactly one of these is to be given. Correct it and ask again.',
    );
  });

  const silent: [string, Record<string, unknown>][] = [
    ['says it in words only', { argument: 'days' }],
    ['names one that is hidden', { input: [{ argument: 'covert', reason: 'MISSING' }] }],
    [
      'names a hidden part of one',
      { input: [{ argument: 'filter.covertOwner', reason: 'NOT_EXACTLY_ONE' }] },
    ],
    ['names what nobody knows', { input: [{ ...days, argument: 'secret_table' }] }],
    ['names what may be one of two', { input: [{ ...days, argument: 'title' }] }],
    ['names what a prototype has', { input: [{ ...days, argument: 'constructor' }] }],
    ['names one in a text of its own', { input: [{ ...days, argument: `days ${leak}` }] }],
    ['names one in a megabyte', { input: [{ ...days, argument: 'd'.repeat(1 << 20) }] }],
    ['has a reason of its own', { input: [{ argument: 'days', reason: leak }] }],
    ['has a reason of a prototype', { input: [{ argument: 'days', reason: '__proto__' }] }],
    ['has words for bounds', { input: [{ ...days, least: leak, most: [leak] }] }],
    ['has bounds that are no whole numbers', { input: [{ ...days, least: 0.5, most: 1e300 }] }],
    ['sends no list', { input: { 0: days } }],
    ['sends a list of something else', { input: [leak, null, [days], 7] }],
    ['says it too late in a long list', { input: [leak, leak, leak, leak, leak, days] }],
  ];
  test.each(silent)('is not named where the department %s', async (_, said) => {
    const { message, extensions } = await ask(said);

    expect(message).toBe(neutral);
    expect(extensions).toEqual({ code: 'BAD_USER_INPUT' });
  });

  test('is not named where the client did not write it, nor a variable that it does not have', async () => {
    const own = 'query ($f: Filter) { booked(filter: $f) }';
    const unwritten = await ask({ input: [days] }, own);
    const strange = await ask({ input: [{ argument: '$secret', reason: 'MALFORMED' }] }, own);
    const sent = await ask({ input: [{ argument: '$f', reason: 'MALFORMED' }] }, own);

    expect(unwritten).toMatchObject({ message: neutral, extensions: { code: 'BAD_USER_INPUT' } });
    expect(unwritten.extensions['input']).toBeUndefined();
    expect(strange.message).toBe(neutral);
    expect(sent.message).toContain('"$f" was not accepted');
  });

  test('is named beside one that is not, and under no other code', async () => {
    const both = await ask({ input: [{ ...days, argument: 'covert' }, days] });
    const other = await ask({ code: 'CONFLICT', input: [days] });
    const own = await ask({ code: 'INVALID_SQL', input: [days] });

    expect(both.extensions['input']).toMatchObject([{ argument: 'days' }]);
    expect(other.extensions).toEqual({ code: 'CONFLICT' });
    expect(own.extensions).toEqual({ code: 'SUBGRAPH_FAILED' });
  });
});
