import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { aFact } from '../fact/fact.builder.js';
import { plan } from '../service.js';
import { aLink, aMeasure } from './measure.builder.js';
import { MeasureLevel } from './measure.entity.js';

const chapters = () => [
  aMeasure({ code: '1', level: MeasureLevel.CHAPTER }),
  aMeasure({ code: '1-1', level: MeasureLevel.SECTION, parentCode: '1' }),
  aMeasure({ code: '1-1-2', parentCode: '1-1', departmentCodes: ['library', 'kominkan'] }),
  aMeasure({ code: '1-1-10', parentCode: '1-1' }),
  aMeasure({ code: '2', level: MeasureLevel.CHAPTER }),
  aMeasure({ code: '2-1', parentCode: '2' }),
];

const codes = (page: { edges: { node: { code: string } }[] }) =>
  page.edges.map(({ node }) => node.code);

test('references to 100 measures cost one query, their headings one more each way', async () => {
  const service = await openTestService(plan);
  await service.plant(...chapters());
  const of = Array.from({ length: 100 }, (_, at) => ({
    __typename: 'Measure',
    code: at === 0 ? '1-1-2' : at === 1 ? '2-1' : `9-${at}`,
  }));

  const { data, errors, queries } = await service.ask(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Measure {
      code level title { ja } parent { code } chapterPath { code } departments { code } } } }`,
    { of },
  );

  expect(errors).toEqual([]);
  expect(data._entities[0]).toEqual({
    code: '1-1-2',
    level: 'MEASURE',
    title: { ja: '施策' },
    parent: { code: '1-1' },
    chapterPath: [{ code: '1' }, { code: '1-1' }],
    departments: [{ code: 'library' }, { code: 'kominkan' }],
  });
  expect(data._entities[1].chapterPath).toEqual([{ code: '2' }]);
  expect(data._entities[2]).toBeNull();
  expect(queries).toBe(3);
});

test('measures stand in the order of the plan and are read on from a cursor', async () => {
  const service = await openTestService(plan);
  await service.plant(...chapters());
  const ask = `query ($after: String, $filter: MeasureFilter) { measures(first: 4, after: $after, filter: $filter) {
    edges { node { code } } pageInfo { hasNextPage endCursor } } }`;

  const first = await service.ask(ask);
  const second = await service.ask(ask, { after: first.data.measures.pageInfo.endCursor });
  const chapter = await service.ask(ask, { filter: { chapter: '1', level: 'MEASURE' } });
  const broken = await service.ask(ask, { after: 'x' });

  expect(first.errors).toEqual([]);
  expect(first.queries).toBe(1);
  expect(codes(first.data.measures)).toEqual(['1', '1-1', '1-1-2', '1-1-10']);
  expect(first.data.measures.pageInfo.hasNextPage).toBe(true);
  expect(codes(second.data.measures)).toEqual(['2', '2-1']);
  expect(codes(chapter.data.measures)).toEqual(['1-1-2', '1-1-10']);
  expect(broken.errors[0]?.extensions['code']).toBe('BAD_USER_INPUT');
});

test('a measure is empty when nothing official takes place for it in the period', async () => {
  const service = await openTestService(plan);
  await service.plant(
    ...chapters(),
    aFact({ opportunityId: 'official' }),
    aFact({ opportunityId: 'sample', sample: true }),
    aFact({ opportunityId: 'gone', withdrawnAt: new Date('2026-10-01') }),
    aFact({ opportunityId: 'off', cancelledAt: new Date('2026-10-01') }),
    aLink('1-1-2', 'official'),
    aLink('1-1-10', 'sample'),
    aLink('2-1', 'gone'),
    aLink('2-1', 'off'),
  );
  const empty = async (filter: object) => {
    const { data, errors } = await service.ask(
      'query ($filter: MeasureFilter) { measures(filter: $filter) { edges { node { code } } } }',
      { filter },
    );
    expect(errors).toEqual([]);
    return codes(data.measures);
  };

  expect(await empty({ empty: true })).toEqual(['1-1-10', '2-1']);
  expect(await empty({ empty: true, countSamples: true })).toEqual(['2-1']);
  expect(await empty({ empty: false })).toEqual(['1-1-2']);
  expect(await empty({ empty: true, level: 'CHAPTER' })).toEqual(['2']);
  const period = { from: '2026-10-11T00:00:00Z' };
  expect(await empty({ empty: true, period })).toEqual(['1-1-2', '1-1-10', '2-1']);
  const day = { from: '2026-10-10T00:00:00Z', to: '2026-10-10T15:00:00Z' };
  expect(await empty({ empty: true, period: day, chapter: '1' })).toEqual(['1-1-10']);
});

test('an internal note is read by departments with the scope, not by whoever signed in', async () => {
  const service = await openTestService(plan);
  await service.plant(aMeasure({ internalNote: '予算を確認中' }));
  const ask = '{ measure(code: "1-1-1-1") { code internalNote } }';

  const anonymous = await service.ask(ask);
  const resident = await service.ask(ask, {}, { role: 'resident', scopes: [] });
  const department = await service.ask(
    ask,
    {},
    { role: 'department', subject: 'plan', scopes: ['plan.notes'] },
  );

  expect(anonymous.data.measure).toEqual({ code: '1-1-1-1', internalNote: null });
  expect(anonymous.errors[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  expect(resident.data.measure.internalNote).toBeNull();
  expect(resident.errors[0]?.extensions['code']).toBe('FORBIDDEN');
  expect(department).toMatchObject({
    data: { measure: { internalNote: '予算を確認中' } },
    errors: [],
  });
});
