import type { Caller } from '@manabi/kit/context';
import { openTestService } from '@manabi/kit/testing/test-service';
import { guarded, guardedTogether } from '@manabi/kit/value/guarded-count';
import { expect, test } from 'vitest';

import { aFact } from '../fact/fact.builder.js';
import { aLink, aMeasure } from '../measure/measure.builder.js';
import { MeasureLevel } from '../measure/measure.entity.js';
import { plan } from '../service.js';

const analyst: Caller = { role: 'analyst', subject: 'analyst', scopes: ['plan.statistics'] };
const survey = (...codes: string[]) => codes.map((code) => ({ scheme: 'SURVEY', code }));
const line = `{ code opportunities { value } seats attendees { value isHeldBack } waiting { value isHeldBack } emptySeats }`;
const asked = `query ($of: [_Any!]!, $scope: StatisticScope) { _entities(representations: $of) { ... on Measure {
  participation(scope: $scope) { total ${line} departments ${line} categories ${line} } } } }`;

test('places and people of 100 measures cost two queries; people are told of samples, and few of them held back', async () => {
  const service = await openTestService(plan);
  await service.plant(
    aMeasure({ code: '1', level: MeasureLevel.CHAPTER }),
    aMeasure({ code: '1-1' }),
    aMeasure({ code: '1-2' }),
    aMeasure({ code: '1-3' }),
    aMeasure({ code: '1-4' }),
    aFact({
      opportunityId: 'a',
      capacity: 30,
      taken: 20,
      waiting: 2,
      sample: true,
      subjectKeys: survey('1'),
    }),
    aFact({
      opportunityId: 'b',
      department: 'sports',
      capacity: 10,
      taken: 4,
      sample: true,
      subjectKeys: survey('1', '2'),
    }),
    aFact({ opportunityId: 'c', capacity: 99, taken: 99, subjectKeys: survey('1') }),
    aFact({ opportunityId: 'd', capacity: 99, sample: true, cancelledAt: new Date('2026-10-01') }),
    ...['a', 'b', 'd'].map((id) => aLink('1-1', id)),
    aLink('1-4', 'c'),
    aLink('1-2', 'a'),
  );
  const codes = ['1-1', '1-2', '1-4', '1-3', ...Array.from({ length: 96 }, (_, at) => `9-${at}`)];
  const of = codes.map((code) => ({ __typename: 'Measure', code }));

  const { data, errors, queries } = await service.ask(
    asked,
    { of, scope: { countSamples: true } },
    analyst,
  );

  const held = { value: null, isHeldBack: true };
  const nobody = { value: null, isHeldBack: false };
  const people = (value: number) => ({ value, isHeldBack: false });
  const all = { opportunities: { value: 2 }, seats: 40, attendees: people(24), waiting: held };
  const few = {
    opportunities: { value: 1 },
    seats: 10,
    attendees: held,
    waiting: nobody,
    emptySeats: null,
  };
  const hidden = {
    opportunities: { value: 1 },
    seats: 30,
    attendees: held,
    waiting: held,
    emptySeats: null,
  };
  expect(errors).toEqual([]);
  expect(queries).toBe(2);
  expect(data._entities[0].participation).toEqual({
    total: { code: null, ...all, emptySeats: 16 },
    departments: [
      { code: 'kominkan', ...hidden },
      { code: 'sports', ...few },
    ],
    categories: [
      { code: '1', ...all, attendees: held, emptySeats: null },
      { code: '2', ...few },
    ],
  });
  expect(data._entities[2].participation.total).toMatchObject({
    opportunities: { value: 1 },
    seats: 99,
    attendees: held,
    emptySeats: null,
  });
  expect(data._entities[3].participation).toMatchObject({
    total: { seats: null },
    departments: [],
  });
});

test('places and people are for analysts with the scope', async () => {
  const service = await openTestService(plan);
  await service.plant(aMeasure({ code: '1-1' }));

  const { data, errors } = await service.ask(
    '{ measure(code: "1-1") { code participation { total { seats } } } }',
  );

  expect(data.measure).toEqual({ code: '1-1', participation: null });
  expect(errors[0]?.extensions['code']).toBe('UNAUTHENTICATED');
});

test.each([
  [null, 10, { value: null, isHeldBack: false }],
  [0, 10, { value: 0, isHeldBack: false }],
  [9, 10, { value: null, isHeldBack: true }],
  [10, 10, { value: 10, isHeldBack: false }],
  [15, 20, { value: null, isHeldBack: true }],
  [5, 2, { value: null, isHeldBack: true }],
])('%s people with cells of %i are told as %o', (people, cell, told) => {
  expect(guarded(people, cell)).toEqual(told);
});

test('a part that is held back is not found by taking the others from the sum', () => {
  const told = (...values: (number | null)[]) => guardedTogether(values).map(({ value }) => value);

  expect(told(50, 20, 4)).toEqual([50, null, null]);
  expect(told(50, 3, 4)).toEqual([50, null, null]);
  expect(told(50, 0, 4)).toEqual([null, 0, null]);
  expect(told(50, 20)).toEqual([50, 20]);
  expect(told(4)).toEqual([null]);
});
