import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { kominkan } from '../service.js';
import { aStudyRoom } from '../study-room/study-room.builder.js';
import { aSlotHold } from './slot.builder.js';

const question = `query ($of: [_Any!]!, $in: TimeSpan!, $band: DaySpan, $weekdays: [Int!]) {
  _entities(representations: $of) { ... on StudyRoom {
    freeIn(in: $in, band: $band, weekdays: $weekdays) { edges { node { startsAt endsAt state } } }
  } } }`;
const november = { from: '2026-11-02T00:00:00+09:00', to: '2026-11-16T00:00:00+09:00' };
const of = (...ids: string[]) => ids.map((id) => ({ __typename: 'StudyRoom', id }));

test('free Tuesday evenings of many rooms cost one query beside that of the rooms', async () => {
  const service = await openTestService(kominkan);
  await service.plant(
    aStudyRoom({ id: 'a' }),
    aStudyRoom({ id: 'b' }),
    aSlotHold({
      roomId: 'b',
      startsAt: new Date('2026-11-03T18:30:00+09:00'),
      endsAt: new Date('2026-11-03T22:00:00+09:00'),
    }),
  );

  const { data, errors, queries } = await service.ask(question, {
    of: of('a', 'b'),
    in: november,
    band: { from: '18:00', to: '22:00' },
    weekdays: [2],
  });

  const evening = (day: string) => ({
    node: { startsAt: `${day}T09:30:00.000Z`, endsAt: `${day}T13:00:00.000Z`, state: 'FREE' },
  });
  expect([errors, queries]).toEqual([[], 2]);
  expect(data._entities[0].freeIn.edges).toEqual([evening('2026-11-03'), evening('2026-11-10')]);
  expect(data._entities[1].freeIn.edges).toEqual([evening('2026-11-10')]);
});

test('without times and weekdays every free part of every day is told', async () => {
  const service = await openTestService(kominkan);
  await service.plant(aStudyRoom());
  const day = { from: '2026-11-02T00:00:00+09:00', to: '2026-11-03T00:00:00+09:00' };

  const { data } = await service.ask(question, { of: of('room'), in: day });

  expect(data._entities[0].freeIn.edges).toHaveLength(4);
});

test.each([
  ['a stretch without days', { in: { from: november.to, to: november.from } }],
  ['a ninth day of the week', { in: november, weekdays: [9] }],
])('%s is refused', async (_, asked) => {
  const service = await openTestService(kominkan);
  await service.plant(aStudyRoom());

  const { errors } = await service.ask(question, { of: of('room'), ...asked });

  expect(errors[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
});
