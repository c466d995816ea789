import type { Caller } from '@manabi/kit/context';
import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { aFact } from '../fact/fact.builder.js';
import { plan } from '../service.js';
import { aRecord } from './record-fact.builder.js';

const center: Caller = { role: 'department', client: 'center', scopes: [] };

const ask = `query ($days: Int, $department: ID, $countSamples: Boolean, $first: Int, $after: String) {
  untouchedRecords(days: $days, department: $department, countSamples: $countSamples, first: $first, after: $after) {
    edges { node { kind id label asOf department { code } } } pageInfo { hasNextPage endCursor } } }`;

async function aCity() {
  const service = await openTestService(plan);
  const old = new Date('2026-07-06T00:00:00Z');
  await service.plant(
    aFact({ opportunityId: 'old', label: '合唱', asOf: old }),
    aFact({ opportunityId: 'fresh', asOf: new Date('2026-07-08T00:00:00Z') }),
    aFact({ opportunityId: 'gone', asOf: old, withdrawnAt: old }),
    aRecord({ recordId: 'desk', label: '学習相談', asOf: old }),
    aRecord({ recordId: 'never' }),
    aRecord({ recordId: 'sample', sample: true }),
  );
  const ids = async (variables: Record<string, unknown>, caller: Caller = center) => {
    const { data, errors, queries } = await service.ask(ask, variables, caller);
    const { edges, pageInfo } = data.untouchedRecords ?? { edges: [] };
    const found = edges.map(({ node }: { node: { id: string } }) => node.id);
    return { found, pageInfo, errors, queries, edges };
  };
  return { ids };
}

test('what nobody confirmed for 90 days is found in one query, never confirmed records first', async () => {
  const { ids } = await aCity();

  const { found, edges, errors, queries } = await ids({});

  expect(errors).toEqual([]);
  expect(queries).toBe(1);
  expect(found).toEqual(['never', 'old', 'desk']);
  expect(edges[1].node).toEqual({
    kind: 'Course',
    id: 'old',
    label: '合唱',
    asOf: '2026-07-06T00:00:00.000Z',
    department: { code: 'kominkan' },
  });
});

test('the list is read on page by page, for one department, other days, or with samples', async () => {
  const { ids } = await aCity();

  const pages: string[] = [];
  for (let after: string | null = null; ;) {
    const { found, pageInfo } = await ids({ first: 1, after });
    pages.push(...found);
    if (!pageInfo.hasNextPage) break;
    after = pageInfo.endCursor;
  }

  expect(pages).toEqual(['never', 'old', 'desk']);
  expect((await ids({ department: 'kominkan' })).found).toEqual(['old']);
  expect((await ids({ days: 365 })).found).toEqual(['never']);
  expect((await ids({ countSamples: true })).found).toContain('sample');
});

test('nobody learns of it without signing in, and no number of days below one is taken', async () => {
  const { ids } = await aCity();

  const anonymous = await ids({}, { role: 'anonymous', scopes: [] });
  const none = await ids({ days: 0 });

  expect(anonymous.errors[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  expect(none.errors[0]?.extensions['code']).toBe('BAD_USER_INPUT');
});
