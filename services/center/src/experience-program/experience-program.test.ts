import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { anAssignment } from '../assignment/assignment.builder.js';
import { anExperienceSession } from '../experience-session/experience-session.builder.js';
import { aFacility } from '../facility/facility.builder.js';
import { aPerson } from '../person/person.builder.js';
import { center } from '../service.js';
import { ExperienceKind } from '../value/experience-kind.js';
import { Season } from '../value/season.js';
import { anExperienceProgram } from './experience-program.builder.js';

const at = (day: string, hour: number) =>
  new Date(`2026-${day}T${String(hour).padStart(2, '0')}:00:00+09:00`);

test('references to a hundred programmes cost one query, with times, supporters and places four', async () => {
  const service = await openTestService(center);
  const ids = Array.from({ length: 100 }, (_, number) => `p${number}`);
  await service.plant(
    aFacility(),
    aPerson(),
    ...ids.map((id) => anExperienceProgram({ id, venueCode: '132292-0001' })),
    ...ids.map((id) => anExperienceSession({ id: `s-${id}`, programId: id, supportersNeeded: 2 })),
    anAssignment({ sessionId: 's-p7' }),
  );
  const ask = (fields: string) =>
    service.ask(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ExperienceProgram { ${fields} } } }`,
      { of: ids.map((id) => ({ __typename: 'ExperienceProgram', id })) },
    );

  const plain = await ask('id title { ja }');
  const whole = await ask('id venue { code } sessions { id supporters { id } supportersMissing }');

  expect([plain.errors, whole.errors]).toEqual([[], []]);
  expect(plain.queries).toBe(1);
  expect(whole.data._entities[7]).toEqual({
    id: 'p7',
    venue: { code: '132292-0001' },
    sessions: [{ id: 's-p7', supporters: [{ id: 'person' }], supportersMissing: 1 }],
  });
  expect(whole.queries).toBe(4);
});

test('programmes are found by grade, season, kind, theme and time, in one query', async () => {
  const service = await openTestService(center);
  await service.plant(
    anExperienceProgram({
      id: 'farm',
      kind: ExperienceKind.NATURE,
      gradeFrom: 3,
      gradeTo: 6,
      seasons: [Season.AUTUMN],
      subjectKeys: [{ scheme: 'NDC', code: '613' }],
    }),
    anExperienceSession({ programId: 'farm' }),
    anExperienceProgram({ id: 'other', gradeFrom: 7, gradeTo: 9 }),
    anExperienceProgram({ id: 'gone', withdrawnAt: new Date('2026-01-01T00:00:00Z') }),
  );
  const found = async (filter: string) => {
    const { data, errors, queries } = await service.ask(
      `{ experiencePrograms(filter: ${filter}) { edges { node { id } } } }`,
    );
    expect([errors, queries]).toEqual([[], 1]);
    return data.experiencePrograms.edges.map((edge: { node: { id: string } }) => edge.node.id);
  };

  expect(await found('{}')).toEqual(['farm', 'other']);
  expect(await found('{ grade: 5, season: AUTUMN, kind: NATURE }')).toEqual(['farm']);
  expect(await found('{ grade: 8 }')).toEqual(['other']);
  expect(await found('{ subject: { scheme: "NDC", code: "61" } }')).toEqual(['farm']);
  expect(
    await found('{ from: "2026-10-10T00:00:00+09:00", to: "2026-10-11T00:00:00+09:00" }'),
  ).toEqual(['farm']);
  expect(await found('{ from: "2026-10-11T00:00:00+09:00" }')).toEqual([]);
});

test('a time that is over is not told, and whoever was released or left the bank supports nothing', async () => {
  const service = await openTestService(center);
  await service.plant(
    ...['stays', 'released'].map((id) => aPerson({ id })),
    aPerson({ id: 'left', withdrawnAt: new Date('2026-01-01T00:00:00Z') }),
    anExperienceProgram(),
    anExperienceSession({ id: 'over', startsAt: at('09-01', 9), endsAt: at('09-01', 10) }),
    anExperienceSession({ id: 'next', capacity: 10, taken: 4, supportersNeeded: 3 }),
    anAssignment({ id: 'a', personId: 'stays', sessionId: 'next' }),
    anAssignment({ id: 'b', personId: 'released', sessionId: 'next', releasedAt: at('09-01', 9) }),
    anAssignment({ id: 'c', personId: 'left', sessionId: 'next' }),
  );

  const { data, errors } = await service.ask(`{ experienceProgram(id: "program") {
    sessions { id placesLeft supporters { id } supportersMissing program { id } } } }`);

  expect(errors).toEqual([]);
  expect(data.experienceProgram.sessions).toEqual([
    {
      id: 'next',
      placesLeft: 1,
      supporters: [{ id: 'stays' }],
      supportersMissing: 2,
      program: { id: 'program' },
    },
  ]);
});

test('followers are told of a programme', async () => {
  const service = await openTestService(center);
  await service.plant(anExperienceProgram({ kind: ExperienceKind.NATURE }));

  const { items } = await service.service.feed();

  expect(items).toMatchObject([
    {
      kind: 'ExperienceProgram',
      id: 'program',
      data: { title: { ja: '畑の一年' }, kind: 'NATURE' },
    },
  ]);
});
