import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { welfare } from '../service.js';
import { aCareProgram } from './care-program.builder.js';
import { CareProgramKind } from './care-program.entity.js';

const babyPlaza = () =>
  aCareProgram({
    kind: CareProgramKind.CHILDREN_HALL,
    venueCode: 'hall',
    subjectKeys: [{ scheme: 'NDC', code: '01' }],
    occurrences: [{ startsAt: new Date('2026-10-10T16:00:00+09:00'), endsAt: null, allDay: false }],
  });

test('references to 100 programmes cost one query, with their times', async () => {
  const service = await openTestService(welfare);
  await service.plant(babyPlaza());

  const { data, errors, queries } = await service.ask(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on CareProgram {
      kind occurrences { startsAt endsAt } venue { code } subjects { scheme code } } } }`,
    {
      of: Array.from({ length: 100 }, (_, at) => ({
        __typename: 'CareProgram',
        id: at === 3 ? 'program' : `other-${at}`,
      })),
    },
  );

  expect(errors).toEqual([]);
  expect(data._entities[3]).toEqual({
    kind: 'CHILDREN_HALL',
    occurrences: [{ startsAt: '2026-10-10T07:00:00.000Z', endsAt: null }],
    venue: { code: 'hall' },
    subjects: [{ scheme: 'NDC', code: '01' }],
  });
  expect(data._entities[4]).toBeNull();
  expect(queries).toBe(1);
});

test('a programme is told to followers with its times, and gone when it is removed', async () => {
  const service = await openTestService(welfare);
  await service.plant(babyPlaza());

  const page = await service.service.feed();
  await service.em().execute('delete from care_program');
  const after = await service.service.feed(page.next);

  expect(page.items).toMatchObject([
    {
      kind: 'CareProgram',
      id: 'program',
      state: 'updated',
      data: { venueCode: 'hall', occurrences: [{ startsAt: '2026-10-10T07:00:00.000Z' }] },
    },
  ]);
  expect(after.items).toMatchObject([{ id: 'program', state: 'deleted' }]);
});
