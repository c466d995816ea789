import { afterEach, expect, test } from 'vitest';
import type { GatewayOptions } from '../gateway.js';
import type { Caller } from '../identity/caller.js';
import { openMarket, type OpenMarket } from '../testing/open-market.js';

let market: OpenMarket;
afterEach(() => market.close());

const query = '{ products { name stars } makers { name } }';
const operator: Caller = { role: 'department', subject: 'u-1', scopes: ['graph.explain'] };
const analyst: Caller = { role: 'analyst', subject: 'u-2', scopes: [] };

async function ask(options: Partial<GatewayOptions>, caller: Caller) {
  market = await openMarket({
    mode: 'production',
    documents: { adHoc: ['analyst', 'department'] },
    ...options,
  });
  return market.gateway.execute({ query, explain: true }, { caller });
}

test('who holds the scope reads the plan, the departments, the cost and how each fetch went', async () => {
  const answer = await ask({}, operator);
  const again = await market.gateway.execute({ query, explain: true }, { caller: operator });

  const explain = answer.extensions?.explain;
  expect(answer.errors).toBeUndefined();
  expect(explain?.plan).toEqual({
    kind: 'sequence',
    steps: [
      {
        kind: 'parallel',
        steps: expect.arrayContaining([
          {
            kind: 'fetch',
            department: 'people',
            document: expect.stringContaining('makers'),
            entities: false,
          },
          {
            kind: 'fetch',
            department: 'catalog',
            document: expect.stringContaining('products'),
            entities: false,
          },
        ]),
      },
      {
        kind: 'fetch',
        department: 'opinion',
        document: expect.stringContaining('_entities'),
        entities: true,
      },
    ],
  });
  expect(explain?.departments.map(({ name }) => name)).toEqual(['catalog', 'opinion', 'people']);
  expect(explain?.departments[0]?.asOf).toMatch(/^20\d\d-.*Z$/);
  expect(explain?.cost).toBeGreaterThan(0);
  expect(explain?.planning.wasKnown).toBe(false);
  expect(explain?.fetches).toHaveLength(3);
  for (const fetch of explain?.fetches ?? []) {
    expect(fetch).toMatchObject({ source: 'asked', outcome: 'ANSWERED' });
    expect(fetch.bytes).toBeGreaterThan(10);
    expect(fetch.milliseconds).toBeGreaterThan(0);
    expect(fetch.milliseconds).toBeLessThanOrEqual(explain?.milliseconds ?? 0);
  }
  expect(again.extensions?.explain?.planning.wasKnown).toBe(true);
});

test('others are told that they may not, and get the rest of the answer all the same', async () => {
  const answer = await ask({}, analyst);

  expect(answer.data).toMatchObject({ makers: [{ name: 'Aoki' }, { name: 'Baba' }] });
  expect(answer.extensions).toBeUndefined();
  expect(answer.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  expect(answer.errors?.[0]?.message).toContain('graph.explain');
});

test('in development everybody may have the full graph explained, and nobody the public one', async () => {
  const full = await ask({ mode: 'development' }, analyst);
  await market.close();
  const hidden = await ask({ mode: 'development', contract: 'public' }, analyst);

  expect(full.extensions?.explain?.plan).not.toBeNull();
  expect(hidden.extensions).toBeUndefined();
  expect(JSON.stringify(hidden)).not.toMatch(/_entities|internal|catalog/);
});

test('what was shared or kept is told, and who was silent', async () => {
  market = await openMarket({});
  await market.gateway.execute({ query });
  const [first, second] = await Promise.all([
    market.gateway.execute({ query, explain: true }),
    market.gateway.execute({ query, explain: true }),
  ]);
  await market.subgraphs.get('opinion')?.close();
  const silent = await market.gateway.execute({ query, explain: true });

  const sources = [first, second].flatMap(({ extensions }) =>
    (extensions?.explain?.fetches ?? []).map(({ source }) => source),
  );
  expect(sources.filter((source) => source === 'shared')).toHaveLength(3);
  const fetch = silent.extensions?.explain?.fetches.find(
    ({ department }) => department === 'opinion',
  );
  expect(fetch?.outcome).toBe('SUBGRAPH_UNREACHABLE');
});

test('over HTTP the wish stands in the extensions of the request', async () => {
  market = await openMarket({});
  const response = await fetch(market.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, extensions: { explain: true } }),
  });

  expect(await response.json()).toMatchObject({
    extensions: { explain: { cost: expect.any(Number) } },
  });
  expect(response.headers.get('cache-control')).toContain('no-store');
});
