import { randomUUID } from 'node:crypto';

import type { Caller } from '@manabi/kit/context';
import { openTestService } from '@manabi/kit/testing/test-service';
import { Audience } from '@manabi/kit/vocabulary/audience';
import { expect, test } from 'vitest';

import { aGroup } from '../group/group.builder.js';
import { aTold, takeIn } from '../opportunity/told.builder.js';
import { center } from '../service.js';
import { guardedSteps } from './learning-steps.rules.js';

const analyst: Caller = { role: 'analyst', subject: 'analyst', scopes: ['plan.statistics'] };
const ask =
  '{ learningSteps { passports { value isHeldBack } steps { step people { value isHeldBack } } } }';
const keeping = `mutation ($input: KeepLearningRecordInput!) { keepLearningRecord(input: $input) { __typename
  ... on LearningRecordKept { record { title group { id } } } } }`;

const held = { value: null, isHeldBack: true };
const told = (value: number) => ({ value, isHeldBack: false });

async function aCity() {
  const service = await openTestService(center);
  await service.plant(aGroup({ id: 'circle', name: { ja: '絵本の会' } }));
  await takeIn(service.em(), [
    aTold('storytime', { audiences: [Audience.PARENT_CHILD] }, { kind: 'LibraryProgram' }),
    aTold('lecture', { audiences: [Audience.ADULT] }, { kind: 'LibraryProgram' }),
    aTold('course'),
  ]);
  const keep = (subject: string, learnedOn: string, what: object) =>
    service.ask(
      keeping,
      { input: { consents: true, learnedOn, idempotencyKey: randomUUID(), ...what } },
      { role: 'resident', subject, scopes: [] },
    );
  const storytime = (subject: string) =>
    keep(subject, '2026-04-10', { opportunityId: 'storytime' });
  const course = (subject: string, day = '2026-06-10') =>
    keep(subject, day, { opportunityId: 'course' });
  const circle = (subject: string) => keep(subject, '2026-07-10', { groupId: 'circle' });
  const steps = async () => {
    const { data, errors, queries } = await service.ask(ask, {}, analyst);
    expect(errors).toEqual([]);
    expect(queries).toBe(1);
    return data.learningSteps;
  };
  return { service, keep, storytime, course, circle, steps };
}

const people = (word: string, many: number) =>
  Array.from({ length: many }, (_, at) => `${word}${at}`);

test('who came to a storytime, then to a course, then to a circle is counted from passports', async () => {
  const { keep, storytime, course, circle, steps } = await aCity();
  const [stayed, learned, joined] = [people('a', 11), people('b', 10), people('c', 12)];

  for (const who of [...stayed, ...learned, ...joined]) await storytime(who);
  for (const who of [...learned, ...joined]) await course(who);
  const answers = [];
  for (const who of joined) answers.push(await circle(who));
  // A course before the storytime, a lecture for adults and a circle without a course are no steps.
  for (const who of stayed) {
    await course(who, '2026-03-01');
    await circle(who);
  }
  for (const who of people('d', 10)) await keep(who, '2026-04-10', { opportunityId: 'lecture' });

  expect(answers[0]?.data.keepLearningRecord).toEqual({
    __typename: 'LearningRecordKept',
    record: { title: '絵本の会', group: { id: 'circle' } },
  });
  expect(await steps()).toEqual({
    passports: told(40),
    steps: [
      { step: 'STORYTIME', people: told(30) },
      { step: 'COURSE', people: told(20) },
      { step: 'CIRCLE', people: told(10) },
    ],
  });
});

test('few people are never told, nobody asks without the scope, and what is erased counts no more', async () => {
  const { service, storytime, steps } = await aCity();
  for (const who of people('a', 9)) await storytime(who);

  const few = await steps();
  const { errors } = await service.ask(ask, {}, { ...analyst, scopes: [] });
  await service.em().execute('delete from passport');
  const none = await steps();

  expect(few).toMatchObject({ passports: held, steps: [{ people: held }, {}, {}] });
  expect(errors[0]?.extensions['code']).toBe('FORBIDDEN');
  expect(none.passports).toEqual(told(0));
});

test.each([
  [
    [100, 50, 20, 10],
    [told(100), told(50), told(20), told(10)],
  ],
  [
    [100, 95, 50, 3],
    [told(100), held, told(50), held],
  ],
  [
    [30, 20, 12, 10],
    [told(30), told(20), held, told(10)],
  ],
  [
    [9, 9, 0, 0],
    [held, held, told(0), told(0)],
  ],
])(
  'of %o so much is told that nobody can be found by taking one from another',
  (numbers, cells) => {
    expect(guardedSteps(numbers)).toEqual(cells);
  },
);
