import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { kominkan } from '../service.js';
import { aSlotHold } from '../slot/slot.builder.js';
import { aStudyRoom } from './study-room.builder.js';
import { StudyRoomPurpose } from './study-room.entity.js';

const search = `query ($filter: StudyRoomFilter, $first: Int, $after: String) {
  studyRooms(filter: $filter, first: $first, after: $after) {
    edges { node { id } } pageInfo { hasNextPage endCursor }
  }
}`;
const idsOf = (data: { studyRooms: { edges: { node: { id: string } }[] } }) =>
  data.studyRooms.edges.map(({ node }) => node.id);
const between = (from: string, to: string) => ({
  freeBetween: { from: `2026-11-10T${from}:00+09:00`, to: `2026-11-10T${to}:00+09:00` },
});

test('the rooms of many facilities and their slots cost two queries', async () => {
  const service = await openTestService(kominkan);
  const codes = Array.from({ length: 50 }, (_, at) => `132292-${1000 + at}`);
  await service.plant(
    ...codes.map((facilityCode, at) => aStudyRoom({ id: `r${at}`, facilityCode })),
  );

  const { data, errors, queries } = await service.ask(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Facility {
      code studyRooms { id facility { code } slots(first: 4) { edges { node { state } } } }
    } } }`,
    { of: [...codes, '132292-9999'].map((code) => ({ __typename: 'Facility', code })) },
  );

  expect(errors).toEqual([]);
  expect(queries).toBe(2);
  expect(data._entities[7]).toEqual({
    code: '132292-1007',
    studyRooms: [
      {
        id: 'r7',
        facility: { code: '132292-1007' },
        slots: { edges: Array.from({ length: 4 }, () => ({ node: { state: 'FREE' } })) },
      },
    ],
  });
  expect(data._entities[50]).toEqual({ code: '132292-9999', studyRooms: [] });
});

test('references to a hundred rooms cost one query', async () => {
  const service = await openTestService(kominkan);
  const ids = Array.from({ length: 100 }, (_, at) => `room-${at}`);
  await service.plant(...ids.map((id) => aStudyRoom({ id })));

  const { data, queries } = await service.ask(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on StudyRoom { id } } }`,
    { of: ids.map((id) => ({ __typename: 'StudyRoom', id })) },
  );

  expect(data._entities).toEqual(ids.map((id) => ({ id })));
  expect(queries).toBe(1);
});

test('a room tells its size, what it is for, what stands in it and its lottery', async () => {
  const service = await openTestService(kominkan);
  await service.plant(
    aStudyRoom({
      id: 'music',
      name: { ja: '視聴覚室', kana: 'シチョウカクシツ' },
      aliases: ['音楽室'],
      floor: '2階',
      capacity: 40,
      purpose: StudyRoomPurpose.MUSIC,
      equipment: ['ピアノ'],
    }),
  );

  const { data, errors } = await service.ask(
    `{ studyRoom(id: "music") {
      name { ja kana } aliases floor capacity purpose equipment
      lottery { month drawOn phase later: phase(at: "2026-10-16T00:00:00+09:00") }
      january: lottery(month: "2027-01") { drawOn firstComeFrom }
      provenance { department sample }
    } }`,
  );

  expect(errors).toEqual([]);
  expect(data.studyRoom).toEqual({
    name: { ja: '視聴覚室', kana: 'シチョウカクシツ' },
    aliases: ['音楽室'],
    floor: '2階',
    capacity: 40,
    purpose: 'MUSIC',
    equipment: ['ピアノ'],
    lottery: { month: '2026-12', drawOn: '2026-10-08', phase: 'APPLY', later: 'FIRST_COME' },
    january: { drawOn: '2026-11-08', firstComeFrom: '2026-11-15T15:00:00.000Z' },
    provenance: { department: 'kominkan', sample: true },
  });
});

test('a month that is none is refused', async () => {
  const service = await openTestService(kominkan);
  await service.plant(aStudyRoom());

  const { errors } = await service.ask(
    '{ studyRoom(id: "room") { lottery(month: "2027-13") { drawOn } } }',
  );

  expect(errors[0]).toMatchObject({
    message: expect.stringContaining('YYYY-MM'),
    extensions: { code: 'BAD_USER_INPUT' },
  });
});

test('rooms are found by place, size and free time, in one query', async () => {
  const service = await openTestService(kominkan);
  await service.plant(
    aStudyRoom({ id: 'small', capacity: 12, purpose: StudyRoomPurpose.MUSIC }),
    aStudyRoom({ id: 'large', capacity: 60 }),
    aStudyRoom({ id: 'unknown' }),
    aStudyRoom({ id: 'away', capacity: 60, facilityCode: '132292-0301' }),
    aSlotHold({ id: 'taken', roomId: 'large' }),
    aSlotHold({ id: 'back', roomId: 'away', state: 'RELEASED' }),
  );
  const found = async (filter?: object) => {
    const { data, errors, queries } = await service.ask(search, { filter });
    expect([errors, queries]).toEqual([[], 1]);
    return idsOf(data);
  };

  expect(await found()).toEqual(['away', 'large', 'small', 'unknown']);
  expect(await found({ capacityAtLeast: 30 })).toEqual(['away', 'large']);
  expect(await found({ facilityCodes: ['132292-0303'] })).toEqual(['large', 'small', 'unknown']);
  expect(await found({ purposes: ['MUSIC', 'HALL'] })).toEqual(['small']);
  expect(await found(between('10:00', '12:00'))).toEqual(['away', 'small', 'unknown']);
  expect(await found(between('13:00', '16:00'))).toHaveLength(4);
  expect(await found(between('12:59', '16:00'))).toHaveLength(3);
  expect(await found({ capacityAtLeast: 30, ...between('09:00', '13:00') })).toEqual(['away']);
});

test('a room is not free when it is not let', async () => {
  const service = await openTestService(kominkan);
  await service.plant(
    aStudyRoom({ id: 'usual' }),
    aStudyRoom({ id: 'early', bands: [{ opens: '09:00', closes: '13:00' }] }),
  );

  const evening = await service.ask(search, { filter: between('19:00', '21:00') });
  const night = await service.ask(search, { filter: between('21:00', '23:00') });
  const overnight = await service.ask(search, {
    filter: { freeBetween: { from: '2026-11-10T20:00:00+09:00', to: '2026-11-11T10:00:00+09:00' } },
  });

  expect(idsOf(evening.data)).toEqual(['usual']);
  expect(idsOf(night.data)).toEqual([]);
  expect(overnight.errors[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
});

test('pages of rooms meet without gap or overlap', async () => {
  const service = await openTestService(kominkan);
  await service.plant(
    ...['a', 'b', 'c', 'd', 'e'].map((id, at) =>
      aStudyRoom({ id, facilityCode: `132292-030${at % 2}` }),
    ),
  );

  const seen: string[] = [];
  let after: string | null = null;
  for (let page = 1; page <= 3; page += 1) {
    const { data } = await service.ask(search, { first: 2, after });
    seen.push(...idsOf(data));
    after = data.studyRooms.pageInfo.endCursor;
    expect(data.studyRooms.pageInfo.hasNextPage).toBe(page < 3);
  }

  expect(seen).toEqual(['a', 'c', 'e', 'b', 'd']);
});

test('rooms are found by what stands in them', async () => {
  const service = await openTestService(kominkan);
  await service.plant(
    aStudyRoom({ id: 'music', equipment: ['ピアノ', 'スクリーン'] }),
    aStudyRoom({ id: 'plain', equipment: ['スクリーン'] }),
  );

  const { data, errors, queries } = await service.ask(search, {
    filter: { equipment: ['ピアノ', 'スクリーン'] },
  });

  expect([errors, queries]).toEqual([[], 1]);
  expect(idsOf(data)).toEqual(['music']);
});
