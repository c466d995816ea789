import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createGateway, type Gateway } from '../gateway.js';
import { composeSupergraph } from '../composition/compose.js';
import { market } from '../testing/market.js';
import { inProcessTransport } from '../transport/in-process.js';

const silence = { info: () => undefined, warn: () => undefined, error: () => undefined };
const asked: string[] = [];
const gateways = new Map<'public' | 'full', Gateway>();

beforeAll(() => {
  for (const contract of ['public', 'full'] as const) {
    const gateway = createGateway({
      supergraphSdl: composeSupergraph(market),
      contract,
      mode: 'development',
      introspection: true,
      log: silence,
      subgraphs: new Map(
        market.map(({ name }) => [
          name,
          inProcessTransport(({ query }) => {
            asked.push(query);
            return Promise.resolve({ data: null });
          }),
        ]),
      ),
    });
    gateways.set(contract, gateway);
  }
});
afterAll(async () => {
  for (const gateway of gateways.values()) await gateway.close();
});

const nest = (depth: number): string =>
  `{products${'{related'.repeat(depth - 2)}{id}${'}'.repeat(depth - 2)}}`;
const many = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');
const list = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
const fragments = (count: number, body: (index: number) => string): string =>
  many(count, (index) => `fragment f${index} on Product { ${body(index)} }`);

const hostile: [string, string][] = [
  ...[21, 25, 100, 1000, 3000, 10_000].map((depth): [string, string] => [
    `${depth} levels of fields`,
    nest(depth),
  ]),
  ['10,000 levels of inline fragments', `{${'...{'.repeat(10_000)}__typename${'}'.repeat(10_001)}`],
  ['10,000 levels without an end', '{a'.repeat(10_000)],
  ['a ring of two fragments', `{products{...f0}} ${fragments(2, (at) => `...f${1 - at}`)}`],
  [
    'a ring of 200 fragments',
    `{products{...f0}} ${fragments(200, (at) => `id ...f${(at + 1) % 200}`)}`,
  ],
  [
    'a ring of 60 fragments',
    `{products{...f0}} ${fragments(60, (at) => `id ...f${(at + 1) % 60}`)}`,
  ],
  [
    '30 fragments that each spread every other',
    `{products{...f0}} ${fragments(30, () => many(30, (at) => `...f${at}`))}`,
  ],
  [
    'a ring through fields',
    `{products{...f0}} ${fragments(12, () => many(12, (at) => `related{...f${at}}`))}`,
  ],
  [
    'fragments that double 40 times',
    `{products{...f0}} ${fragments(40, (at) => `...f${at + 1} ...f${at + 1}`)} fragment f40 on Product {id}`,
  ],
  [
    'fragments that double 16 times below fields',
    `{products{...f0}} ${fragments(16, (at) => `a:related{...f${at + 1}} b:related{...f${at + 1}}`)} fragment f16 on Product {id}`,
  ],
  ['1 MB of comment', `#${'x'.repeat(2 ** 20)}\n{__typename}`],
  ['1 MB of fields', `{products{${'id '.repeat(2 ** 20 / 3)}}}`],
  ['1 MB of one text', `{product(id:"${'x'.repeat(2 ** 20)}"){id}}`],
  ['100,000 tokens', `{${'a '.repeat(100_000)}}`],
  ['1,200 times one key', `{products{${'id '.repeat(1200)}}}`],
  [
    '70 times a key within 70 times a key',
    `{products{${`related{${'id '.repeat(70)}}`.repeat(70)}}}`,
  ],
  ['1,000 aliases', `{${many(1000, (at) => `a${at}:__typename`)}}`],
  ['1,000 directives on one field', `{__typename${'@skip(if:false)'.repeat(1000)}}`],
  ['1,000 operations', many(1000, (at) => `query q${at}{products{id}}`)],
  ['1,000 variables', `query(${many(1000, (at) => `$v${at}:Int`)}){products{id}}`],
  ['a list 5,000 deep', `{product(id:${list(5000)}){id}}`],
  ['an object 2,000 deep', `{product(id:${'{a:'.repeat(2000)}1${'}'.repeat(2000)}){id}}`],
  ['a type 5,000 deep', `query($v:${'['.repeat(5000)}Int${']'.repeat(5000)}){products{id}}`],
  [
    'a schema question 300 deep',
    `{__schema{queryType${'{ofType'.repeat(300)}{name}${'}'.repeat(301)}}`,
  ],
];

describe.each(['public', 'full'] as const)('of the %s graph', (contract) => {
  test.each(hostile)('%s are refused before anything is planned or asked', async (_, query) => {
    asked.length = 0;
    const before = process.cpuUsage();

    const answer = await gateways.get(contract)?.execute({ query });
    const { user, system } = process.cpuUsage(before);

    expect(answer).not.toHaveProperty('data');
    const codes = [
      'LIMIT_EXCEEDED',
      'COST_EXCEEDED',
      'VALIDATION_FAILED',
      'PARSE_FAILED',
      'BAD_REQUEST',
    ];
    expect(codes).toContain(answer?.errors?.[0]?.extensions.code);
    expect(JSON.stringify(answer).length).toBeLessThan(10_000);
    expect(asked).toEqual([]);
    // 50 ms are promised; a machine that does other things at once, or has only just started, takes longer.
    expect((user + system) / 1000).toBeLessThan(400);
  });
});

const variable = 'query ($id: ID!) { product(id: $id) { id } }';
const deep: unknown = JSON.parse(list(50_000));
test.each([
  ['a list 50,000 deep', { id: deep }],
  ['100,000 values', { id: Array.from({ length: 100_000 }, () => 1) }],
  [
    '100,000 variables that nobody declared',
    Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [`v${at}`, 1])),
  ],
  [
    'an object 3,000 deep',
    { id: JSON.parse('{"a":'.repeat(3000) + '1' + '}'.repeat(3000)) as unknown },
  ],
])('variables with %s are refused', async (_, variables) => {
  const answer = await gateways.get('full')?.execute({ query: variable, variables });

  expect(answer?.errors?.[0]?.extensions).toMatchObject({ code: 'LIMIT_EXCEEDED' });
});
