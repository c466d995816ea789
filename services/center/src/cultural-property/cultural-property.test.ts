import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { aFacility } from '../facility/facility.builder.js';
import { anArea } from '../area/area.builder.js';
import { aTold, takeIn } from '../opportunity/told.builder.js';
import { center } from '../service.js';
import { aSubject } from '../subject/subject.builder.js';
import { aCulturalProperty } from './cultural-property.builder.js';
import { subjectsOfProperty } from './cultural-property.import.js';

const history = { scheme: 'NDC', code: '21' };
const codes = (many: number) => Array.from({ length: many }, (_, number) => `cp${number}`);

test('references to a hundred cultural properties cost one query, with place, subjects and offerings five', async () => {
  const service = await openTestService(center);
  await service.plant(
    anArea(),
    aFacility(),
    aSubject({ ...history, label: { ja: '日本史' } }),
    ...codes(100).map((code) =>
      aCulturalProperty({
        code,
        subjectKeys: [history],
        facilityCode: '132292-0001',
        areaCode: 'S001001',
      }),
    ),
  );
  await takeIn(service.em(), [aTold('walk', { subjectKeys: [history] })]);
  const of = codes(100).map((code) => ({ __typename: 'CulturalProperty', code }));
  const ask = (fields: string) =>
    service.ask(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on CulturalProperty { ${fields} } } }`,
      { of },
    );

  const plain = await ask('code name { ja }');
  const whole = await ask(
    'code facility { code } area { code } subjects { label { ja } } opportunities { __typename id }',
  );

  expect([plain.errors, whole.errors]).toEqual([[], []]);
  expect(plain.queries).toBe(1);
  expect(whole.data._entities[99]).toEqual({
    code: 'cp99',
    facility: { code: '132292-0001' },
    area: { code: 'S001001' },
    subjects: [{ label: { ja: '日本史' } }],
    opportunities: [{ __typename: 'Course', id: 'walk' }],
  });
  expect(whole.queries).toBe(5);
});

test('what goes with a property shares a subject, is not over, and begins with what is held at its own place', async () => {
  const service = await openTestService(center);
  await service.plant(
    aFacility(),
    aCulturalProperty({ subjectKeys: [history], facilityCode: '132292-0001' }),
  );
  const on = (day: string) => ({
    startsAt: `2026-${day}T01:00:00.000Z`,
    endsAt: `2026-${day}T03:00:00.000Z`,
  });
  await takeIn(service.em(), [
    aTold('talk', { ...on('10-20'), subjectKeys: [{ scheme: 'NDC', code: '213' }] }),
    aTold('walk', { ...on('11-03'), subjectKeys: [history], venueCode: '132292-0001' }),
    aTold('over', { ...on('09-01'), subjectKeys: [history] }),
    aTold('cancelled', { subjectKeys: [history], cancelledAt: '2026-10-01T00:00:00Z' }),
    aTold('singing', { subjectKeys: [{ scheme: 'NDC', code: '76' }] }),
  ]);

  const { data, errors } = await service.ask(`{ culturalProperty(code: "132292-cp01") {
    opportunities { id } later: opportunities(at: "2026-11-01T00:00:00+09:00") { id } } }`);

  expect(errors).toEqual([]);
  expect(data.culturalProperty).toEqual({
    opportunities: [{ id: 'walk' }, { id: 'talk' }],
    later: [{ id: 'walk' }],
  });
});

test('properties come by code, narrowed by class, subject and place, without those taken off the list', async () => {
  const service = await openTestService(center);
  const listed = { subjectKeys: [history], designations: ['市指定文化財', '史跡'] };
  await service.plant(
    aFacility(),
    aCulturalProperty({ code: 'a', ...listed, facilityCode: '132292-0001' }),
    aCulturalProperty({ code: 'b', ...listed }),
    aCulturalProperty({ code: 'c', ...listed, withdrawnAt: new Date('2026-01-01T00:00:00Z') }),
    aCulturalProperty({ code: 'd' }),
  );
  const found = async (filter: string) => {
    const { data, errors, queries } = await service.ask(
      `{ culturalProperties(filter: ${filter}) { edges { node { code } } } }`,
    );
    expect([errors, queries]).toEqual([[], 1]);
    return data.culturalProperties.edges.map((edge: { node: { code: string } }) => edge.node.code);
  };

  expect(await found('{}')).toEqual(['a', 'b', 'd']);
  expect(await found('{ designation: "史跡" }')).toEqual(['a', 'b']);
  expect(await found('{ subject: { scheme: "NDC", code: "21" } }')).toEqual(['a', 'b']);
  expect(await found('{ facilityCode: "132292-0001" }')).toEqual(['a']);
});

test('the properties of many facilities cost one query', async () => {
  const service = await openTestService(center);
  await service.plant(
    aFacility({ code: 'f1' }),
    aFacility({ code: 'f2' }),
    aCulturalProperty({ code: 'a', facilityCode: 'f1' }),
    aCulturalProperty({ code: 'b', facilityCode: 'f2' }),
  );

  const { data, queries } = await service.ask(
    '{ facilities { edges { node { culturalProperties { code } } } } }',
  );

  expect(
    data.facilities.edges.map(
      (edge: { node: { culturalProperties: object[] } }) => edge.node.culturalProperties,
    ),
  ).toEqual([[{ code: 'a' }], [{ code: 'b' }]]);
  expect(queries).toBe(2);
});

test('followers are told of a property that changed', async () => {
  const service = await openTestService(center);
  await service.plant(aCulturalProperty({ designations: ['史跡'] }));

  const { items } = await service.service.feed();

  expect(items).toMatchObject([
    { kind: 'CulturalProperty', id: '132292-cp01', data: { designations: ['史跡'] } },
  ]);
});

test('a listed property has the subjects of its kind beside Japanese history', () => {
  const keys = (category: string, ...designations: string[]) =>
    subjectsOfProperty({ category, designations }).map(({ code }) => code);

  expect(keys('建造物', '国宝')).toEqual(['21', '52']);
  expect(keys('その他', '市指定天然記念物')).toEqual(['21', '65']);
  expect(keys('その他', '史跡')).toEqual(['21']);
});
