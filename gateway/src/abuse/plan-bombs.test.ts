import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse } from 'graphql';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { composeSupergraph } from '../composition/compose.js';
import { createGateway, type Gateway, type GatewayOptions } from '../gateway.js';
import { inProcessTransport } from '../transport/in-process.js';

const names = Array.from({ length: 70 }, (_, index) => `T${index}`);
const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])`;
const union = `union Thing = ${names.join(' | ')}`;
const parts = [
  {
    name: 'nodes',
    sdl: `${link} type Query { nodes: [Node] } interface Node { id: ID! next: Node other: Node }
      ${names.map((name) => `type ${name} implements Node @key(fields: "id") { id: ID! next: Node other: Node }`).join('\n')}`,
    resolvers: {
      Query: { nodes: () => [{ __typename: 'T3', id: '1' }] },
      Node: { __resolveType: () => 'T3' },
    },
  },
  {
    name: 'names',
    sdl: `${link} ${union} ${names.map((name) => `type ${name} @key(fields: "id") { id: ID! name: String thing: Thing }`).join('\n')}`,
    resolvers: { Thing: { __resolveType: () => 'T3' }, T3: { name: () => 'third' } },
  },
];
const silence = { info: () => undefined, warn: () => undefined, error: () => undefined };

function open(limits: GatewayOptions['limits'] = {}): Gateway {
  return createGateway({
    supergraphSdl: composeSupergraph(parts),
    mode: 'development',
    contract: 'full',
    limits,
    log: silence,
    subgraphs: new Map(
      parts.map(({ name, sdl, resolvers }) => {
        const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers }]);
        const execute = (asked: { query: string; variables: Record<string, unknown> }) =>
          graphql({ schema, source: asked.query, variableValues: asked.variables });
        return [name, inProcessTransport(execute)];
      }),
    ),
  });
}

let gateway: Gateway;
beforeAll(() => {
  gateway = open();
});
afterAll(() => gateway.close());

const of = (count: number, fields: string): string =>
  names
    .slice(0, count)
    .map((name) => `... on ${name} { ${fields} }`)
    .join(' ');

test('every type of an interface of 70 can be asked for at once', async () => {
  const answer = await gateway.execute({ query: `{ nodes { ${of(70, 'name')} } }` });

  expect(answer).toEqual({ data: { nodes: [{ name: 'third' }] } });
});

test.each([
  [
    'types within types',
    `{ nodes { ${of(12, `next { ${of(12, `next { ${of(12, 'name')} }`)} }`)} } }`,
  ],
  ['unions within an interface', `{ nodes { ${of(60, `thing { ${of(60, 'name')} }`)} } }`],
  [
    'fragments that double',
    `{ nodes { ...F0 } } ${Array.from({ length: 14 }, (_, index) => `fragment F${index} on Node { next { ...F${index + 1} } other { ...F${index + 1} } }`).join(' ')} fragment F14 on Node { ${of(5, 'name')} }`,
  ],
])('%s are refused for their size before they are planned', async (_, query) => {
  const began = performance.now();

  const answer = await gateway.execute({ query });

  expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'LIMIT_EXCEEDED' });
  expect(performance.now() - began).toBeLessThan(1000);
});

test('what takes too long to plan is refused, and nobody else waits for it', async () => {
  // Far more than the limits let pass, so that no machine plans it in time.
  const gateway = open({ fields: 1_000_000, cost: 1_000_000_000 });
  onTestFinished(() => gateway.close());
  const levels = 13;
  const bomb = `{ nodes { ...F0 } } ${Array.from({ length: levels }, (_, index) => `fragment F${index} on Node { ${of(2, 'name')} next { ...F${index + 1} } other { ...F${index + 1} } }`).join(' ')} fragment F${levels} on Node { ${of(2, 'name')} }`;
  const good = '{ nodes { id ... on T3 { name } } }';
  await gateway.execute({ query: good });

  const bombing = new AbortController();
  const refused = gateway.execute({ query: bomb }).finally(() => bombing.abort());
  const times: number[] = [];
  while (!bombing.signal.aborted) {
    const began = performance.now();
    const answer = await gateway.execute({ query: good });
    times.push(performance.now() - began);
    expect(answer).toEqual({ data: { nodes: [{ id: '1', name: 'third' }] } });
    await new Promise((resolve) => {
      setTimeout(resolve, 5);
    });
  }
  const again = performance.now();
  const known = await gateway.execute({ query: bomb });

  const { errors } = await refused;
  expect(errors?.[0]?.extensions).toEqual({
    code: 'LIMIT_EXCEEDED',
    limit: 'planning',
    allowed: 3000,
  });
  expect(known.errors).toEqual(errors);
  expect(performance.now() - again).toBeLessThan(500);
  expect(times.length).toBeGreaterThan(20);
  const sorted = times.toSorted((one, other) => one - other);
  expect(sorted[Math.floor(times.length * 0.99)]).toBeLessThan(500);
}, 30_000);
