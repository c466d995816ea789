import { fold } from '@manabi/kit/text/fold';
import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { kominkan } from '../service.js';
import { aSlotHold } from '../slot/slot.builder.js';
import { aStudyRoom } from '../study-room/study-room.builder.js';
import { aDeliveryLecture } from './delivery-lecture.builder.js';

const time = (date: string, from = '19:00', to = '20:30') => ({
  startsAt: new Date(`${date}T${from}:00+09:00`),
  endsAt: new Date(`${date}T${to}:00+09:00`),
});

test('a hundred lectures, their times and the rooms free then cost one query each', async () => {
  const service = await openTestService(kominkan);
  const ids = Array.from({ length: 100 }, (_, at) => `l${at}`);
  await service.plant(
    aStudyRoom({ id: 'large', capacity: 60 }),
    aStudyRoom({ id: 'fitting', capacity: 20 }),
    aStudyRoom({ id: 'small', capacity: 5 }),
    aStudyRoom({ id: 'unknown' }),
    aStudyRoom({ id: 'taken', capacity: 20 }),
    aSlotHold({ roomId: 'taken', ...time('2026-11-10', '18:30', '22:00') }),
    ...ids.map((id) =>
      aDeliveryLecture({
        id,
        minimumAudience: 10,
        languages: ['ja', 'en'],
        subjectKeys: [{ scheme: 'NDC', code: '36' }],
        times: [time('2026-11-10'), time('2026-10-01'), time('2026-11-03', '06:00', '07:00')],
      }),
    ),
  );

  const { data, errors, queries } = await service.ask(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on DeliveryLecture {
      theme { ja } office { code } languages minimumAudience subjects { code }
      times { startsAt endsAt rooms { id } } } } }`,
    { of: ids.map((id) => ({ __typename: 'DeliveryLecture', id })) },
  );

  expect([errors, queries]).toEqual([[], 2]);
  expect(data._entities[7]).toEqual({
    theme: { ja: '防災' },
    office: { code: 'disaster' },
    languages: ['ja', 'en'],
    minimumAudience: 10,
    subjects: [{ code: '36' }],
    times: [
      { startsAt: '2026-11-02T21:00:00.000Z', endsAt: '2026-11-02T22:00:00.000Z', rooms: [] },
      {
        startsAt: '2026-11-10T10:00:00.000Z',
        endsAt: '2026-11-10T11:30:00.000Z',
        rooms: [{ id: 'fitting' }, { id: 'large' }],
      },
    ],
  });
});

test('rooms for a lecture are those of the places and the size asked for', async () => {
  const service = await openTestService(kominkan);
  await service.plant(
    aStudyRoom({ id: 'here', capacity: 30, facilityCode: '132292-0301' }),
    aStudyRoom({ id: 'there', capacity: 30, facilityCode: '132292-0302' }),
    aStudyRoom({ id: 'small', capacity: 10, facilityCode: '132292-0301' }),
    aDeliveryLecture(),
  );

  const { data } = await service.ask(
    `{ deliveryLecture(id: "lecture") { times(in: { from: "2026-11-01T00:00:00Z", to: "2026-12-01T00:00:00Z" }) {
      rooms(people: 20, facilityCodes: ["132292-0301"]) { id } all: rooms(first: 2) { id } } } }`,
  );

  expect(data.deliveryLecture.times).toEqual([
    { rooms: [{ id: 'here' }], all: [{ id: 'small' }, { id: 'here' }] },
  ]);
});

test('lectures are found by words, office, language, audience and time, page by page, in one query', async () => {
  const service = await openTestService(kominkan);
  await service.plant(
    aDeliveryLecture({ id: 'a', theme: { ja: '災害とくらし' } }),
    aDeliveryLecture({ id: 'b', departmentCode: 'senior', words: fold('ニンチショウ') }),
    aDeliveryLecture({ id: 'c', languages: ['en'], minimumAudience: 20 }),
    aDeliveryLecture({ id: 'd', times: [time('2026-12-10')] }),
    aDeliveryLecture({ id: 'gone', withdrawnAt: new Date() }),
  );
  const found = async (filter: object, page: object = {}) => {
    const { data, errors, queries } = await service.ask(
      `query ($filter: DeliveryLectureFilter, $first: Int, $after: String) {
        deliveryLectures(filter: $filter, first: $first, after: $after) { edges { node { id } } pageInfo { endCursor } } }`,
      { filter, ...page },
    );
    expect([errors, queries]).toEqual([[], 1]);
    return data.deliveryLectures;
  };
  const ids = async (filter: object) =>
    (await found(filter)).edges.map(({ node }: { node: { id: string } }) => node.id);
  const december = { from: '2026-12-01T00:00:00+09:00', to: '2027-01-01T00:00:00+09:00' };

  expect(await ids({})).toEqual(['a', 'b', 'c', 'd']);
  expect(await ids({ text: 'くらし 災害' })).toEqual(['a']);
  expect(await ids({ text: 'にんちしょう' })).toEqual(['b']);
  expect(await ids({ departmentCode: 'senior' })).toEqual(['b']);
  expect(await ids({ language: 'en' })).toEqual(['c']);
  expect(await ids({ audience: 10 })).toEqual(['a', 'b', 'd']);
  expect(await ids({ availableIn: december })).toEqual(['d']);
  const first = await found({}, { first: 3 });
  const rest = await found({}, { first: 3, after: first.pageInfo.endCursor });
  expect(rest.edges).toEqual([{ node: { id: 'd' } }]);
});
