import { columnFaults } from '@manabi/kit/testing/columns';
import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { sports } from '../service.js';
import { aSportsClass } from './sports-class.builder.js';
import { SportsLevel } from './sports-class.entity.js';

const japan = (time: string): Date => new Date(`${time}+09:00`);

test('references to a hundred classes cost one query, and one that nobody has is null', async () => {
  const service = await openTestService(sports);
  const ids = Array.from({ length: 100 }, (_, at) => `class-${at}`);
  await service.plant(...ids.map((id) => aSportsClass({ id, coachIds: ['a'] })));

  const { data, errors, queries } = await service.ask(
    `query ($of: [_Any!]!) { _entities(representations: $of) {
      ... on SportsClass { id coaches { id } occurrences { startsAt } venue { code } }
    } }`,
    { of: [...ids, 'nobody'].map((id) => ({ __typename: 'SportsClass', id })) },
  );

  expect(errors).toEqual([]);
  expect(data._entities[99]).toEqual({
    id: 'class-99',
    coaches: [{ id: 'a' }],
    occurrences: [],
    venue: null,
  });
  expect(data._entities[100]).toBeNull();
  expect(queries).toBe(1);
});

test('a class tells its level, its times, its coaches and whether one can apply', async () => {
  const service = await openTestService(sports);
  await service.plant(
    aSportsClass({
      id: 'yoga',
      title: { ja: 'ゆったりヨガ', kana: 'ユッタリヨガ' },
      level: SportsLevel.BEGINNER,
      startsAt: japan('2026-11-05T10:00'),
      endsAt: japan('2026-11-12T12:00'),
      occurrences: [
        { startsAt: japan('2026-11-05T10:00'), endsAt: japan('2026-11-05T12:00'), allDay: false },
        { startsAt: japan('2026-11-12T10:00'), endsAt: japan('2026-11-12T12:00'), allDay: false },
      ],
      applyOpensAt: japan('2026-10-01T09:00'),
      applyClosesAt: japan('2026-10-29T17:00'),
      venueCode: '132292-0401',
      coachIds: ['p2', 'p1'],
    }),
  );

  const { data, errors } = await service.ask(
    `{ sportsClass(id: "yoga") {
      title { ja kana } level startsAt occurrences { startsAt endsAt allDay } coaches { id }
      venue { code } now: applicationState before: applicationState(at: "2026-09-30T00:00:00+09:00")
      provenance { department sample }
    } }`,
  );

  expect(errors).toEqual([]);
  expect(data.sportsClass).toMatchObject({
    title: { ja: 'ゆったりヨガ', kana: 'ユッタリヨガ' },
    level: 'BEGINNER',
    startsAt: '2026-11-05T01:00:00.000Z',
    coaches: [{ id: 'p2' }, { id: 'p1' }],
    venue: { code: '132292-0401' },
    now: 'OPEN',
    before: 'BEFORE',
    provenance: { department: 'sports', sample: true },
  });
  expect(data.sportsClass.occurrences[1]).toEqual({
    startsAt: '2026-11-12T01:00:00.000Z',
    endsAt: '2026-11-12T03:00:00.000Z',
    allDay: false,
  });
});

test('a change of a class is told with its times, and its end as deleted', async () => {
  const service = await openTestService(sports);
  await service.plant(
    aSportsClass({ id: 'gone' }),
    aSportsClass({
      id: 'swim',
      occurrences: [{ startsAt: japan('2026-11-05T10:00'), allDay: false }],
    }),
  );
  const { next } = await service.service.feed();

  await service.em().execute(`update sports_class set cancelled_at = now() where id = 'swim'`);
  await service.em().execute(`delete from sports_class where id = 'gone'`);

  const { items } = await service.service.feed(next);
  expect(items).toMatchObject([
    {
      id: 'swim',
      kind: 'SportsClass',
      state: 'updated',
      data: {
        occurrences: [{ startsAt: '2026-11-05T01:00:00.000Z', endsAt: null, allDay: false }],
        provenance: { department: 'sports' },
      },
    },
    { id: 'gone', kind: 'SportsClass', state: 'deleted' },
  ]);
});

test('the tables have the columns that the entities say', async () => {
  const service = await openTestService(sports);

  expect(await columnFaults(service.service.orm)).toEqual([]);
});
