import { type TestService, openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { aFact } from '../fact/fact.builder.js';
import { plan } from '../service.js';
import { aLink, aMeasure, aRule } from './measure.builder.js';
import { MeasureLevel, type Measure } from './measure.entity.js';

const ndc = (code: string) => [{ scheme: 'NDC', code }];
const heading = (): Measure => aMeasure({ code: '1', level: MeasureLevel.CHAPTER });

async function measuresOf(service: TestService, ...ids: string[]): Promise<string[][]> {
  const { data, errors, queries } = await service.ask(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on LearningOpportunity { measures { code } } } }`,
    { of: ids.map((id) => ({ __typename: 'LearningOpportunity', id })) },
  );
  expect(errors).toEqual([]);
  expect(queries).toBe(1);
  return data._entities.map(({ measures }: { measures: { code: string }[] }) =>
    measures.map(({ code }) => code),
  );
}

test('the measures of 100 opportunities of any department cost one query', async () => {
  const service = await openTestService(plan);
  await service.plant(
    aMeasure({ code: '1-1' }),
    aMeasure({ code: '1-2' }),
    aFact({ opportunityId: 'o7' }),
    aLink('1-2', 'o7'),
    aLink('1-1', 'o7'),
  );

  const measures = await measuresOf(service, ...Array.from({ length: 100 }, (_, at) => `o${at}`));

  expect(measures[7]).toEqual(['1-1', '1-2']);
  expect(measures[8]).toEqual([]);
});

test('a rule lets imported records count by kind, subject and audience together', async () => {
  const service = await openTestService(plan);
  await service.plant(
    aMeasure({ code: '1-1' }),
    aRule({
      measureCode: '1-1',
      kind: 'Course',
      subjectScheme: 'NDC',
      subjectPrefix: '36',
      audience: 'SENIOR',
    }),
    aFact({ opportunityId: 'fits', subjectKeys: ndc('369'), audiences: ['ADULT', 'SENIOR'] }),
    aFact({
      opportunityId: 'other kind',
      kind: 'SportsClass',
      subjectKeys: ndc('369'),
      audiences: ['SENIOR'],
    }),
    aFact({ opportunityId: 'other subject', subjectKeys: ndc('596'), audiences: ['SENIOR'] }),
    aFact({ opportunityId: 'other audience', subjectKeys: ndc('369'), audiences: ['INFANT'] }),
  );

  expect(
    await measuresOf(service, 'fits', 'other kind', 'other subject', 'other audience'),
  ).toEqual([['1-1'], [], [], []]);
});

test('a rule asks for a department, or for one of its words in the name', async () => {
  const service = await openTestService(plan);
  await service.plant(
    aMeasure({ code: '1-1' }),
    aMeasure({ code: '1-2' }),
    aRule({ id: 'words', measureCode: '1-1', kind: 'Course', words: ['防災', '避難'] }),
    aRule({ id: 'department', measureCode: '1-2', department: 'disaster' }),
    aFact({ opportunityId: 'both', label: 'みんなの防災', department: 'disaster' }),
    aFact({ opportunityId: 'word', label: '避難の練習' }),
    aFact({ opportunityId: 'other kind', kind: 'SportsClass', label: '防災の体操' }),
    aFact({ opportunityId: 'nameless' }),
  );

  expect(await measuresOf(service, 'both', 'word', 'other kind', 'nameless')).toEqual([
    ['1-1', '1-2'],
    ['1-1'],
    [],
    [],
  ]);
});

test('what belongs to a measure follows every change of facts, links and rules', async () => {
  const service = await openTestService(plan);
  await service.plant(
    aMeasure({ code: '1-1' }),
    aMeasure({ code: '1-2' }),
    aLink('1-2', 'told later'),
    aRule({ measureCode: '1-1', subjectScheme: 'NDC', subjectPrefix: '59' }),
    aFact({ opportunityId: 'a', subjectKeys: ndc('596') }),
  );
  const change = (sql: string) => service.em().execute(sql);

  expect(await measuresOf(service, 'a', 'told later')).toEqual([['1-1'], []]);
  await service.plant(aFact({ opportunityId: 'told later' }));
  expect(await measuresOf(service, 'told later')).toEqual([['1-2']]);
  await change(`update opportunity_fact set subject_keys = '[]' where opportunity_id = 'a'`);
  expect(await measuresOf(service, 'a')).toEqual([[]]);
  await change(
    `update measure_rule set subject_scheme = null, subject_prefix = null, kind = 'Course'`,
  );
  expect(await measuresOf(service, 'a', 'told later')).toEqual([['1-1'], ['1-1', '1-2']]);
  await change(`update measure_rule set measure_code = '1-2'`);
  await change('delete from measure_link');
  expect(await measuresOf(service, 'a', 'told later')).toEqual([['1-2'], ['1-2']]);
  await change('delete from measure_rule');
  expect(await measuresOf(service, 'a', 'told later')).toEqual([[], []]);
});

const cover = `query ($of: [_Any!]!, $period: MeasurePeriod) { _entities(representations: $of) { ... on Measure {
  code coverage(period: $period) { opportunities { value isExact } sample { value }
    departments { department { code } opportunities { value } sample { value } } } } } }`;

const measureRefs = (...codes: string[]) => codes.map((code) => ({ __typename: 'Measure', code }));

test('samples never enter the official figure, and a heading counts each opportunity under it once', async () => {
  const service = await openTestService(plan);
  await service.plant(
    heading(),
    aMeasure({ code: '1-1' }),
    aMeasure({ code: '1-2' }),
    aMeasure({ code: '11' }),
    aFact({ opportunityId: 'a' }),
    aFact({ opportunityId: 'b', department: 'library', source: 'library' }),
    aFact({ opportunityId: 's', sample: true }),
    aFact({ opportunityId: 'gone', withdrawnAt: new Date() }),
    aLink('1-1', 'a'),
    aLink('1-2', 'a'),
    aLink('1-2', 'b'),
    aLink('1-2', 's'),
    aLink('1-2', 'gone'),
    aLink('11', 'b'),
  );

  const { data, errors, queries } = await service.ask(cover, {
    of: measureRefs('1', '1-1', '1-2', ...Array.from({ length: 97 }, (_, at) => `9-${at}`)),
  });
  const later = await service.ask(cover, {
    of: measureRefs('1'),
    period: { from: '2026-10-10T03:00:01Z' },
  });
  const [chapter, first] = data._entities;

  expect(errors).toEqual([]);
  expect(queries).toBe(2);
  expect(chapter.coverage).toEqual({
    opportunities: { value: 2, isExact: true },
    sample: { value: 1 },
    departments: [
      { department: { code: 'kominkan' }, opportunities: { value: 1 }, sample: { value: 1 } },
      { department: { code: 'library' }, opportunities: { value: 1 }, sample: { value: 0 } },
    ],
  });
  expect(first.coverage).toMatchObject({ opportunities: { value: 1 }, sample: { value: 0 } });
  expect(later.data._entities[0].coverage.opportunities.value).toBe(0);
});

test('the opportunities of many measures cost one query, earliest first, undated last', async () => {
  const service = await openTestService(plan);
  const at = (day: string) => ({
    startsAt: new Date(`2026-10-${day}T01:00:00Z`),
    endsAt: new Date(`2026-10-${day}T02:00:00Z`),
  });
  await service.plant(
    heading(),
    aMeasure({ code: '1-1' }),
    aFact({ opportunityId: 'undated', startsAt: null, endsAt: null }),
    aFact({ opportunityId: 'late', ...at('20') }),
    aFact({ opportunityId: 'early', ...at('10') }),
    aFact({ opportunityId: 'also early', ...at('10') }),
    ...['undated', 'late', 'early', 'also early'].map((id) => aLink('1-1', id)),
  );
  const ask = `query ($of: [_Any!]!, $after: String, $period: MeasurePeriod) { _entities(representations: $of) { ... on Measure {
    opportunities(first: 3, after: $after, period: $period) { edges { node { id } } pageInfo { hasNextPage endCursor } } } } }`;
  const ids = (asked: Awaited<ReturnType<TestService['ask']>>, index = 0): string[] =>
    asked.data._entities[index].opportunities.edges.map(
      (edge: { node: { id: string } }) => edge.node.id,
    );

  const first = await service.ask(ask, { of: measureRefs('1-1', '1') });
  const { pageInfo } = first.data._entities[0].opportunities;
  const second = await service.ask(ask, { of: measureRefs('1-1'), after: pageInfo.endCursor });
  const early = await service.ask(ask, {
    of: measureRefs('1-1'),
    period: { to: '2026-10-15T00:00:00Z' },
  });

  expect(first.errors).toEqual([]);
  expect(first.queries).toBe(2);
  expect(ids(first)).toEqual(['also early', 'early', 'late']);
  expect(ids(first, 1)).toEqual(['also early', 'early', 'late']);
  expect(pageInfo.hasNextPage).toBe(true);
  expect(ids(second)).toEqual(['undated']);
  expect(ids(early)).toEqual(['also early', 'early']);
});
