import { expect, test } from 'vitest';
import { composeSupergraph } from '../composition/compose.js';
import { createGateway } from '../gateway.js';
import { market } from '../testing/market.js';

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@cost", "@listSize", "@context", "@fromContext"])`;
const composed = (sdl: string): string =>
  composeSupergraph([{ name: 'shop', sdl: `${link} ${sdl}` }]);

test.each([
  ['type Query { cheap: Int @cost(weight: -5) }', 'Query.cheap'],
  ['type Query { list(first: Int @cost(weight: -1)): Int }', 'Query.list.first'],
  ['type Query { list: [Int] @listSize(assumedSize: -10) }', 'Query.list'],
  [
    `type Query { course: Course } type Course @key(fields: "id") @context(name: "c") { id: ID! word: String part: Part }
     type Part @key(fields: "id") { id: ID! told(word: String @fromContext(field: "$c { word }")): String }`,
    'Part.told',
  ],
])('subgraphs are refused that make a graph which cannot be served: %s', (sdl, coordinate) => {
  expect(() => composed(sdl)).toThrow(coordinate);
});

test('such a supergraph of another composer is refused, at the start and later', async () => {
  const good = composeSupergraph(market);
  const odd = good.replace(/(\n {2}broken: [^\n]*)/, '$1 @cost(weight: -1)');
  const given = { subgraphs: new Map(), mode: 'development', contract: 'full' } as const;
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const gateway = createGateway({ ...given, log, supergraphSdl: good });

  await expect(gateway.reload(odd)).rejects.toThrow('Query.broken');
  expect(() => createGateway({ ...given, log, supergraphSdl: odd })).toThrow('Query.broken');
  await gateway.close();
});
