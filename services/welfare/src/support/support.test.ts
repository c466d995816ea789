import { openTestService } from '@manabi/kit/testing/test-service';
import { Tri } from '@manabi/kit/value/tri';
import { expect, test } from 'vitest';

import { anAccess } from '../access/access.builder.js';
import { someAssistants } from '../assistants/assistants.builder.js';
import { aCareProgram } from '../care-program/care-program.builder.js';
import { aChildcareSession } from '../childcare/childcare.builder.js';
import { welfare } from '../service.js';

const ask = `query ($of: [_Any!]!, $profile: SupportProfile!, $at: DateTime) { _entities(representations: $of) {
  ... on Course { support(profile: $profile, at: $at) { ...all } } ... on SportsClass { support(profile: $profile) { ...all } } } }
  fragment all on Support { verdict { answer reasons { code value department } } childcare { placesLeft fee { yen } } }`;

const profile = { stroller: true, childMonths: [30] };

const aReference = (__typename: string, id: string, code: string | null = 'hall') => ({
  __typename,
  id,
  startsAt: '2026-10-10T01:00:00.000Z',
  endsAt: '2026-10-10T03:00:00.000Z',
  venue: code && { __typename: 'Facility', code },
});

test('support at 100 courses and 100 classes costs three queries', async () => {
  const service = await openTestService(welfare);
  await service.plant(
    anAccess('hall', { STROLLER: Tri.YES, DIAPER_TABLE: Tri.YES }),
    aChildcareSession({ id: 'a', opportunityId: 'course-1', placesLeft: 3, feeYen: 300 }),
    aChildcareSession({ id: 'b', opportunityId: 'class-2', placesLeft: 0 }),
  );
  const of = Array.from({ length: 100 }, (_, at) => [
    aReference('Course', `course-${at}`),
    aReference('SportsClass', `class-${at}`),
  ]).flat();

  const { data, errors, queries } = await service.ask(ask, { of, profile });
  const support = (at: number) => data._entities[at].support;

  expect(errors).toEqual([]);
  expect(queries).toBe(3);
  expect(support(2)).toEqual({
    verdict: {
      answer: 'YES',
      reasons: [
        { code: 'DIAPER_TABLE', value: 'YES', department: 'disability' },
        { code: 'STROLLER', value: 'YES', department: 'disability' },
        { code: 'CHILDCARE', value: 'YES', department: 'nursery' },
      ],
    },
    childcare: { placesLeft: 3, fee: { yen: 300 } },
  });
  expect(support(5).verdict.answer).toBe('NO');
  expect(support(0)).toMatchObject({ verdict: { answer: 'UNKNOWN' }, childcare: null });
});

test('childcare of 100 courses costs one query, earliest first, and none is an empty list', async () => {
  const service = await openTestService(welfare);
  const on = (day: number) => ({
    opportunityId: 'course-1',
    startsAt: new Date(`2026-10-${day}T01:00:00Z`),
    endsAt: new Date(`2026-10-${day}T03:00:00Z`),
  });
  const calledOff = new Date('2026-10-11T00:00:00Z');
  await service.plant(
    aChildcareSession({ id: 'later', ...on(17) }),
    aChildcareSession({ id: 'first', ...on(10) }),
    aChildcareSession({ id: 'off', ...on(24), cancelledAt: calledOff }),
    aChildcareSession({ id: 'gone', ...on(10), withdrawnAt: calledOff }),
  );
  const of = Array.from({ length: 100 }, (_, place) => aReference('Course', `course-${place}`));

  const { data, errors, queries } = await service.ask(
    `query ($of: [_Any!]!) { _entities(representations: $of) {
      ... on Course { childcare { id cancelledAt } } } }`,
    { of },
  );

  expect(errors).toEqual([]);
  expect(queries).toBe(1);
  expect(data._entities[1].childcare).toEqual([
    { id: 'first', cancelledAt: null },
    { id: 'later', cancelledAt: null },
    { id: 'off', cancelledAt: calledOff.toISOString() },
  ]);
  expect(data._entities[2].childcare).toEqual([]);
});

test('a course without a known venue has unknown access, and "at" moves the moment', async () => {
  const service = await openTestService(welfare);
  await service.plant(aChildcareSession({ opportunityId: 'course', placesLeft: 3 }));

  const nowhere = await service.ask(ask, { of: [aReference('Course', 'course', null)], profile });
  const later = await service.ask(ask, {
    of: [aReference('Course', 'course')],
    profile,
    at: '2026-10-11T00:00:00Z',
  });

  expect(nowhere.errors).toEqual([]);
  expect(nowhere.data._entities[0].support).toMatchObject({
    verdict: { answer: 'UNKNOWN' },
    childcare: { placesLeft: 3 },
  });
  expect(later.data._entities[0].support.childcare).toBeNull();
});

test('support at programmes of our own rests on their own columns', async () => {
  const service = await openTestService(welfare);
  await service.plant(
    aCareProgram({
      id: 'art',
      venueCode: 'hall',
      ages: { minMonths: 72, maxMonths: null },
      occurrences: [
        { startsAt: new Date('2026-10-10T14:00:00+09:00'), endsAt: null, allDay: false },
      ],
    }),
    someAssistants({ opportunityId: 'art', needed: 1, available: 2, confirmed: 1 }),
  );

  const { data, errors, queries } = await service.ask(
    `query ($profile: SupportProfile!) { careProgram(id: "art") { assistants { kind available needed confirmed }
      support(profile: $profile) { verdict { answer reasons { code value department } } assistants { kind } } } }`,
    { profile: { age: 20, signLanguage: true, eveningOnly: true } },
    { role: 'department', scopes: ['assistants.numbers'] },
  );

  expect(errors).toEqual([]);
  expect(data.careProgram).toEqual({
    assistants: [{ kind: 'SIGN_LANGUAGE', available: 2, needed: 1, confirmed: 1 }],
    support: {
      verdict: {
        answer: 'NO',
        reasons: [
          { code: 'SIGN_LANGUAGE', value: 'YES', department: 'disability' },
          { code: 'AGE', value: 'YES', department: 'welfare' },
          { code: 'EVENING', value: 'NO', department: 'welfare' },
        ],
      },
      assistants: [{ kind: 'SIGN_LANGUAGE' }],
    },
  });
  expect(queries).toBe(4);
});

test('followers are told the numbers of assistants', async () => {
  const service = await openTestService(welfare);
  await service.plant(someAssistants({ opportunityId: 'art', needed: 1 }));

  const { items } = await service.service.feed();

  expect(items).toMatchObject([
    { kind: 'Assistants', id: 'assistants', data: { opportunityId: 'art', needed: 1 } },
  ]);
});

test('a broken profile is refused', async () => {
  const service = await openTestService(welfare);

  const { errors } = await service.ask(ask, {
    of: [aReference('Course', 'course')],
    profile: { childMonths: [-1] },
  });

  expect(errors[0]?.extensions['code']).toBe('BAD_USER_INPUT');
});
