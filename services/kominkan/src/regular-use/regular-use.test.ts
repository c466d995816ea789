import { nextMeeting } from '@manabi/kit/slot/regular-use.rules';
import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { kominkan } from '../service.js';
import { aSlotHold } from '../slot/slot.builder.js';
import { aStudyRoom } from '../study-room/study-room.builder.js';
import { aRegularUse } from './regular-use.builder.js';

const evening = (day: string) => ({
  startsAt: new Date(`${day}T18:30:00+09:00`),
  endsAt: new Date(`${day}T22:00:00+09:00`),
});
const span = { from: '2026-11-01T00:00:00+09:00', to: '2026-12-01T00:00:00+09:00' };

test.each([
  [[1, 3], '2026-11-02T00:00', '2026-11-03T19:00'],
  [[1, 3], '2026-11-03T20:59', '2026-11-03T19:00'],
  [[1, 3], '2026-11-03T21:00', '2026-11-17T19:00'],
  [[5], '2026-11-02T00:00', '2026-12-29T19:00'],
])('Tuesdays %j after %s meet next at %s', (weeks, after, startsAt) => {
  const next = nextMeeting(
    { weekday: 2, weeks, startsAt: '19:00', endsAt: '21:00' },
    new Date(`${after}+09:00`),
  );

  expect(next?.startsAt).toEqual(new Date(`${startsAt}+09:00`));
});

test('who meets in no week meets never', () => {
  const rhythm = { weekday: 2, weeks: [], startsAt: '19:00', endsAt: '21:00' };

  expect(nextMeeting(rhythm, new Date())).toBeNull();
});

test('the rooms of a hundred groups, their next meetings and others for them cost one query each', async () => {
  const service = await openTestService(kominkan);
  const ids = Array.from({ length: 100 }, (_, at) => `g${at}`);
  await service.plant(
    aStudyRoom({ capacity: 20 }),
    aStudyRoom({ id: 'other', capacity: 30 }),
    ...ids.map((groupId) => aRegularUse({ id: `use of ${groupId}`, groupId, weeks: [1] })),
    aSlotHold({ ...evening('2026-10-06') }),
  );

  const { data, errors, queries } = await service.ask(
    `query ($of: [_Any!]!, $in: TimeSpan!) { _entities(representations: $of) { ... on Group { usualRooms {
      group { id } room { id } weekday weeks startsAt endsAt next { startsAt state }
      alternatives(in: $in) { room { id } metres missing slots { startsAt endsAt state } } } } } }`,
    { of: ids.map((id) => ({ __typename: 'Group', id })), in: span },
  );

  expect(errors).toEqual([]);
  // The uses, their rooms, the next meetings, the other rooms, and those by id.
  expect(queries).toBe(5);
  expect(data._entities[7].usualRooms).toEqual([
    {
      group: { id: 'g7' },
      room: { id: 'room' },
      weekday: 2,
      weeks: [1],
      startsAt: '19:00',
      endsAt: '21:00',
      next: { startsAt: '2026-10-06T10:00:00.000Z', state: 'BOOKED' },
      alternatives: [
        {
          room: { id: 'other' },
          metres: 0,
          missing: 0,
          slots: [
            {
              startsAt: '2026-11-03T09:30:00.000Z',
              endsAt: '2026-11-03T13:00:00.000Z',
              state: 'FREE',
            },
          ],
        },
      ],
    },
  ]);
});

test('others come by how many meetings they are free for, then by how near; too small and too far ones do not', async () => {
  const service = await openTestService(kominkan);
  const here = { latitude: 35.7257, longitude: 139.538 };
  const near = { latitude: 35.7287, longitude: 139.538 };
  const far = { latitude: 35.7657, longitude: 139.538 };
  const room = (id: string, place: object, capacity = 20) =>
    aStudyRoom({ id, capacity, facilityCode: `house of ${id}`, ...place });
  await service.plant(
    room('room', here),
    room('near', near),
    room('half taken', here),
    room('small', here, 5),
    room('far', far),
    aStudyRoom({ id: 'nowhere', capacity: 20, facilityCode: 'nowhere' }),
    aRegularUse({ weeks: [1, 2] }),
    aSlotHold({ roomId: 'half taken', ...evening('2026-11-10') }),
  );
  const others = async (asked: string) => {
    const { data, errors } = await service.ask(
      `query ($in: TimeSpan!) { studyRoom(id: "room") { regularUsers { alternatives(in: $in, ${asked}) {
        room { id } metres missing } } } }`,
      { in: span },
    );
    expect(errors).toEqual([]);
    return data.studyRoom.regularUsers[0].alternatives;
  };

  expect(await others('first: 5')).toEqual([
    { room: { id: 'near' }, metres: 334, missing: 0 },
    { room: { id: 'half taken' }, metres: 0, missing: 1 },
  ]);
  expect(await others('first: 1')).toHaveLength(1);
  expect((await others('people: 5'))[0]).toMatchObject({ room: { id: 'small' } });
  expect(
    (await others('sameArea: false')).map(({ room: { id } }: { room: { id: string } }) => id),
  ).toEqual(['near', 'far', 'nowhere', 'half taken']);
});

test('other rooms are not looked for in more than 92 days', async () => {
  const service = await openTestService(kominkan);
  await service.plant(aStudyRoom(), aRegularUse());

  const { errors } = await service.ask(`{ studyRoom(id: "room") { regularUsers {
    alternatives(in: { from: "2026-01-01T00:00:00Z", to: "2026-12-01T00:00:00Z" }) { missing } } } }`);

  expect(errors[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
});
