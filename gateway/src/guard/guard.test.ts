import { composeServices } from '@theguild/federation-composition';
import { getIntrospectionQuery, graphql, buildSchema, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createGateway, type Gateway } from '../gateway.js';
import type { GraphAnswer } from '../pipeline/graph-answer.js';
import { inProcessTransport } from '../transport/in-process.js';

const silence = { info: () => undefined, warn: () => undefined, error: () => undefined };
const sdl = `
  type Query {
    thing(ids: [[[Int]]], where: Where): Thing
    page(first: Int = 20, last: Int): Page @cost(weight: 5) @listSize(slicingArguments: ["first", "last"], sizedFields: ["edges"], requireOneSlicingArgument: false)
    nested(where: Where, size: Int): [Thing] @listSize(slicingArguments: ["size"], requireOneSlicingArgument: false, assumedSize: 7)
    dear(word: String @cost(weight: 3)): Int @cost(weight: 11)
    any: [Any] @listSize(assumedSize: 4)
  }
  type Mutation { change: Int }
  type Thing { id: ID thing: Thing things: [Thing] @listSize(assumedSize: 10) price: Price }
  type Cheap { id: ID }
  type Rich @cost(weight: 9) { id: ID thing: Thing }
  union Any = Cheap | Rich
  type Page { edges: [Thing] count: Int }
  scalar Price @cost(weight: 2)
  input Where { page: Paging = { first: 3 } words: [String] inner: Where costly: Int @cost(weight: 4) }
  input Paging { first: Int }
  directive @cost(weight: Int!) on ARGUMENT_DEFINITION | ENUM | FIELD_DEFINITION | INPUT_FIELD_DEFINITION | OBJECT | SCALAR
  directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], requireOneSlicingArgument: Boolean = true) on FIELD_DEFINITION
`;

const asked: string[] = [];
const open = (
  limits: Record<string, number> = {},
  contract: 'public' | 'full' = 'public',
): Gateway => {
  const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@cost", "@listSize"])`;
  const own = sdl.replace(/ {2}directive.*\n/g, '');
  const composed = composeServices([
    { name: 'shop', typeDefs: parse(`${link} ${own}`), url: 'http://shop' },
  ]);
  if (!composed.supergraphSdl) throw new Error(JSON.stringify(composed.errors));
  const schema = buildSchema(sdl);
  const transport = inProcessTransport(({ query, variables }) => {
    asked.push(query);
    return graphql({ schema, source: query, variableValues: variables });
  });
  return createGateway({
    // Other composers allow a path here; ours knows names of arguments only.
    supergraphSdl: composed.supergraphSdl.replace('"size"', '"where.page.first"'),
    subgraphs: new Map([['shop', transport]]),
    contract,
    mode: 'development',
    introspection: true,
    log: silence,
    limits,
  });
};

let gateway: Gateway;
beforeAll(() => {
  gateway = open();
});
afterAll(async () => {
  await gateway.close();
});

const refusal = (answer: GraphAnswer): unknown => answer.errors?.[0]?.extensions;
const nest = (depth: number, inner = 'id'): string =>
  `{ thing ${'{ thing '.repeat(depth - 2)}{ ${inner} }${' }'.repeat(depth - 2)} }`;

describe('before anything is planned', () => {
  const fanOut = (rounds: number): string =>
    `{ ...f0 } ${Array.from({ length: rounds }, (_, index) => `fragment f${index} on Query { ...f${index + 1} ...f${index + 1} }`).join(' ')} fragment f${rounds} on Query { thing { id } }`;
  const list = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
  const many = (count: number, text: (index: number) => string): string =>
    `{ ${Array.from({ length: count }, (_, index) => text(index)).join(' ')} }`;
  const introspection = (depth: number): string =>
    `{ __schema { types ${'{ ofType '.repeat(depth)}{ name }${' }'.repeat(depth)} } }`.replace(
      'types { ofType',
      'queryType { ofType',
    );

  const refused: [string, string, { limit: string; allowed: number; value: number }][] = [
    [
      '1 MB of document',
      `#${'x'.repeat(2 ** 20)}\n{ thing { id } }`,
      { limit: 'documentBytes', allowed: 16384, value: 2 ** 20 + 18 },
    ],
    [
      '2,001 tokens',
      many(700, () => 'thing { id }'),
      { limit: 'tokens', allowed: 2000, value: 2001 },
    ],
    ['14 levels', nest(14), { limit: 'depth', allowed: 13, value: 14 }],
    ['500 levels', nest(500), { limit: 'depth', allowed: 13, value: 500 }],
    [
      '10,000 levels',
      nest(10_000).replaceAll(' ', ''),
      { limit: 'documentBytes', allowed: 16384, value: 69_997 },
    ],
    [
      '31 aliases',
      many(31, (index) => `a${index}: __typename`),
      { limit: 'aliases', allowed: 30, value: 31 },
    ],
    [
      '21 root fields',
      many(21, () => 'thing { id }'),
      { limit: 'rootFields', allowed: 20, value: 21 },
    ],
    [
      '21 root fields in fragments',
      `{ ${'...f '.repeat(7)} } fragment f on Query { thing { id } dear any { __typename } }`,
      { limit: 'rootFields', allowed: 20, value: 21 },
    ],
    [
      '51 directives',
      `{ thing { id ${'@include(if: true) '.repeat(51)} } }`,
      { limit: 'directives', allowed: 50, value: 51 },
    ],
    [
      'one key 41 times',
      `{ thing { ${'id '.repeat(41)} } }`,
      { limit: 'repeats', allowed: 40, value: 41 },
    ],
    [
      'one key 42 times below a key that stands 7 times',
      `{ thing { ${`thing { ${'id '.repeat(6)} } `.repeat(7)} } }`,
      { limit: 'repeats', allowed: 40, value: 42 },
    ],
    [
      '61 fragments',
      `{ thing { ...f0 } } ${Array.from({ length: 61 }, (_, index) => `fragment f${index} on Thing { id }`).join(' ')}`,
      { limit: 'fragments', allowed: 60, value: 61 },
    ],
    [
      'fragments that double 55 times',
      fanOut(55),
      { limit: 'fields', allowed: 1000, value: Number.MAX_SAFE_INTEGER },
    ],
    [
      'a list 9 deep',
      `{ thing(ids: ${list(9)}) { id } }`,
      { limit: 'valueDepth', allowed: 8, value: 9 },
    ],
    [
      'a list 900 deep',
      `{ thing(ids: ${list(900)}) { id } }`,
      { limit: 'valueDepth', allowed: 8, value: 900 },
    ],
    [
      'a schema question 25 deep',
      introspection(22),
      { limit: 'introspectionDepth', allowed: 20, value: 25 },
    ],
    [
      'a schema question with lists in lists',
      '{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }',
      { limit: 'introspectionLists', allowed: 3, value: 4 },
    ],
    [
      'the schema asked for ten times over',
      many(10, (index) => `a${index}: __schema { types { ${'name '.repeat(29)} } }`),
      { limit: 'introspectionFields', allowed: 300, value: 310 },
    ],
  ];
  test.each(refused)('%s are refused with the limit and the value', async (_, query, expected) => {
    asked.length = 0;
    const before = process.cpuUsage();

    const answer = await gateway.execute({ query });
    const { user, system } = process.cpuUsage(before);

    expect(refusal(answer)).toEqual({ code: 'LIMIT_EXCEEDED', ...expected });
    expect(answer.errors?.[0]?.message).toContain(String(expected.allowed));
    expect(asked).toEqual([]);
    // 50 ms are promised; a machine that does other things at once may take longer.
    expect((user + system) / 1000).toBeLessThan(250);
  });

  test('a ring of fragments is refused', async () => {
    const query = '{ ...a } fragment a on Query { ...b } fragment b on Query { thing { id } ...a }';

    expect(refusal(await gateway.execute({ query }))).toEqual({ code: 'VALIDATION_FAILED' });
  });

  test('variables nested without end, or without number, are refused', async () => {
    const query = 'query ($ids: [[[Int]]]) { thing(ids: $ids) { id } }';
    const deep: unknown = JSON.parse(list(100_000));
    const long = [[Array.from({ length: 5000 }, () => 1)]];

    expect(refusal(await gateway.execute({ query, variables: { ids: deep } }))).toMatchObject({
      limit: 'valueDepth',
      value: 100_000,
    });
    expect(refusal(await gateway.execute({ query, variables: { ids: long } }))).toMatchObject({
      limit: 'values',
      value: 5003,
    });
  });

  test('what is just within the limits is answered', async () => {
    const within = [nest(13), many(20, () => 'thing { id }'), getIntrospectionQuery()];

    for (const query of within) expect((await gateway.execute({ query })).errors).toBeUndefined();
  });

  test('what is not limited otherwise is limited by the contract', async () => {
    const full = open({}, 'full');

    expect((await full.execute({ query: nest(20) })).errors).toBeUndefined();
    expect(refusal(await full.execute({ query: nest(21) }))).toMatchObject({ allowed: 20 });
    await full.close();
  });
});

describe('the cost', () => {
  let priced: Gateway;
  beforeAll(() => {
    priced = open({ cost: 0 });
  });
  afterAll(async () => {
    await priced.close();
  });
  const cost = async (query: string, variables: Record<string, unknown> = {}): Promise<unknown> => {
    const answer = await priced.execute({ query, variables });
    expect(refusal(answer)).toMatchObject({ code: 'COST_EXCEEDED', limit: 'cost', allowed: 0 });
    return answer.errors?.[0]?.extensions['value'];
  };
  const page = (first: string): string => `{ page(first: ${first}) { edges { id } } }`;
  const paged = 'query ($n: Int) { page(first: $n) { edges { id } } }';

  test('of a page is what its field, its object and its items weigh', async () => {
    expect(await cost(page('50'))).toBe(5 + 1 + 50);
    expect(await cost('{ page { count } }')).toBe(5 + 1);
    expect(await cost('{ thing { price } }')).toBe(1 + 2);
    expect(await cost('{ dear }')).toBe(11);
    expect(await cost('{ dear(word: "a") }')).toBe(14);
    expect(await cost('mutation { change }')).toBe(10);
  });

  test('is one for a literal, a variable and a default', async () => {
    expect(await cost(paged, { n: 50 })).toBe(await cost(page('50')));
    expect(await cost(paged)).toBe(await cost(page('20')));
    expect(await cost('{ page { edges { id } } }')).toBe(await cost(page('20')));
    const byDefault = 'query ($n: Int = 50) { page(first: $n) { edges { id } } }';
    expect(await cost(byDefault)).toBe(await cost(page('50')));
    expect(await cost(byDefault, { n: 3 })).toBe(await cost(page('3')));
  });

  test('follows the variables of each request, not those of the first', async () => {
    const costs = [
      await cost(paged, { n: 1 }),
      await cost(paged, { n: 900 }),
      await cost(paged, { n: 1 }),
    ];

    expect(costs).toEqual([7, 906, 7]);
  });

  test('is never less than nothing, and counts the larger of two sizes', async () => {
    expect(await cost(page('-1000'))).toBe(6);
    expect(await cost(page('2147483647'))).toBe(2147483653);
    expect(await cost('{ page(first: 2, last: 30) { edges { id } } }')).toBe(36);
  });

  test('reads sizes within input objects, in literals, variables and defaults', async () => {
    const whole = 'query ($w: Where) { nested(where: $w) { id } }';
    const inside = 'query ($p: Paging) { nested(where: { page: $p }) { id } }';
    const number = 'query ($n: Int) { nested(where: { page: { first: $n } }) { id } }';

    expect(await cost('{ nested { id } }')).toBe(7);
    expect(await cost('{ nested(where: {}) { id } }')).toBe(3);
    expect(await cost('{ nested(where: { page: { first: 40 } }) { id } }')).toBe(40);
    expect(await cost(whole, { w: { page: { first: 40 } } })).toBe(40);
    expect(await cost(inside, { p: { first: 40 } })).toBe(40);
    expect(await cost(number, { n: 40 })).toBe(40);
    expect(await cost(whole, { w: { inner: { costly: 1 }, costly: 1 } })).toBe(3 + 8);
  });

  test('counts every alias and every place of a fragment', async () => {
    const once = await cost('{ thing { things { id } } }');
    expect(once).toBe(11);
    expect(await cost('{ a: thing { things { id } } b: thing { things { id } } }')).toBe(22);
    const places = '{ a: thing { ...f } b: thing { ...f } } fragment f on Thing { things { id } }';
    expect(await cost(places)).toBe(22);
    expect(await cost('{ thing { things { id } } thing { things { id } } }')).toBe(11);
    expect(await cost('{ thing { things { things { things { id } } } } }')).toBe(1111);
  });

  test('leaves out what is skipped in this request', async () => {
    const query =
      'query ($s: Boolean!, $i: Boolean = false) { thing { id things @skip(if: $s) { id } } dear @include(if: $i) }';

    expect(await cost(query, { s: true })).toBe(1);
    expect(await cost(query, { s: false })).toBe(11);
    expect(await cost(query, { s: true, i: true })).toBe(12);
    expect(await cost(query, { s: false, i: true })).toBe(22);
  });

  test('of what may be of several types is that of the dearest', async () => {
    const thing = '... on Cheap { id } ... on Rich { id thing { id } }';

    expect(await cost(`{ any { ${thing} } }`)).toBe(4 * (9 + 1));
  });
});
