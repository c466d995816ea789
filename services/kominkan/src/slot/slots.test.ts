import { openTestService } from '@manabi/kit/testing/test-service';
import { columnFaults } from '@manabi/kit/testing/columns';
import { expect, test } from 'vitest';

import { kominkan } from '../service.js';
import { aStudyRoom } from '../study-room/study-room.builder.js';
import { aSlotHold } from './slot.builder.js';

const japan = (time: string): Date => new Date(`${time}+09:00`);

interface Shown {
  startsAt: string;
  state: string;
}
interface Page {
  edges: { cursor: string; node: Shown & { id: string } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}
const shown = ({ edges }: Page) =>
  edges.map(({ node }) => `${node.startsAt.slice(5, 16)} ${node.state}`);

const ofRooms = (slots: string, more = '') =>
  `query ($of: [_Any!]!${more}) { _entities(representations: $of) {
    ... on StudyRoom { ${slots} }
  } }`;
const rooms = (...ids: string[]) => ids.map((id) => ({ __typename: 'StudyRoom', id }));

test('a day without bookings has the four published slots, in Japan’s hours', async () => {
  const service = await openTestService(kominkan);
  await service.plant(aStudyRoom());

  const { data, errors } = await service.ask(
    `{ studyRoom(id: "room") {
      bands { opens closes }
      slots(from: "2026-11-10T00:00:00+09:00", to: "2026-11-11T00:00:00+09:00") {
        edges { node { startsAt endsAt state room { id } firstCome { opensAt closesAt } } }
      }
    } }`,
  );

  expect(errors).toEqual([]);
  expect(data.studyRoom.bands[2]).toEqual({ opens: '16:00', closes: '18:30' });
  const nodes = data.studyRoom.slots.edges.map(({ node }: { node: unknown }) => node);
  expect(nodes.map((node: Shown) => node.startsAt)).toEqual([
    '2026-11-10T00:00:00.000Z',
    '2026-11-10T04:00:00.000Z',
    '2026-11-10T07:00:00.000Z',
    '2026-11-10T09:30:00.000Z',
  ]);
  expect(nodes[3]).toEqual({
    startsAt: '2026-11-10T09:30:00.000Z',
    endsAt: '2026-11-10T13:00:00.000Z',
    state: 'FREE',
    room: { id: 'room' },
    firstCome: { opensAt: '2026-09-15T15:00:00.000Z', closesAt: '2026-11-08T07:00:00.000Z' },
  });
});

test('the slots of many rooms cost one query, each with what is taken and what is free', async () => {
  const service = await openTestService(kominkan);
  await service.plant(
    aStudyRoom({ id: 'a' }),
    aStudyRoom({ id: 'b' }),
    aStudyRoom({ id: 'c', bands: [{ opens: '10:00', closes: '12:00' }] }),
    aSlotHold({
      id: 'long',
      roomId: 'a',
      startsAt: japan('2026-11-10T13:00'),
      endsAt: japan('2026-11-10T18:30'),
    }),
    aSlotHold({ id: 'back', roomId: 'b', state: 'RELEASED' }),
  );

  const { data, errors, queries } = await service.ask(
    ofRooms(
      `slots(from: "2026-11-10T00:00:00+09:00", to: "2026-11-11T00:00:00+09:00") {
        edges { node { id startsAt state } }
      }`,
    ),
    { of: rooms('a', 'b', 'c') },
  );

  expect(errors).toEqual([]);
  expect(data._entities.map(({ slots }: { slots: Page }) => shown(slots))).toEqual([
    ['11-10T00:00 FREE', '11-10T04:00 BOOKED', '11-10T09:30 FREE'],
    ['11-10T00:00 FREE', '11-10T04:00 FREE', '11-10T07:00 FREE', '11-10T09:30 FREE'],
    ['11-10T01:00 FREE'],
  ]);
  expect(queries).toBe(2);
});

test('pages of slots meet without gap or overlap', async () => {
  const service = await openTestService(kominkan);
  await service.plant(
    aStudyRoom({ id: 'a' }),
    aSlotHold({
      roomId: 'a',
      startsAt: japan('2026-11-10T16:00'),
      endsAt: japan('2026-11-10T22:00'),
    }),
  );

  const seen: string[] = [];
  let after: string | null = null;
  for (let page = 1; page <= 3; page += 1) {
    const { data } = await service.ask(
      ofRooms(
        `slots(from: "2026-11-10T13:00:00+09:00", to: "2026-11-11T18:30:00+09:00", first: 2, after: $after) {
          edges { node { id startsAt state } } pageInfo { hasNextPage endCursor }
        }`,
        ', $after: String',
      ),
      { of: rooms('a'), after },
    );
    const { slots } = data._entities[0] as { slots: Page };
    seen.push(...shown(slots));
    after = slots.pageInfo.endCursor;
    expect(slots.pageInfo.hasNextPage).toBe(page < 3);
  }

  expect(seen).toEqual([
    '11-10T04:00 FREE',
    '11-10T07:00 BOOKED',
    '11-11T00:00 FREE',
    '11-11T04:00 FREE',
    '11-11T07:00 FREE',
  ]);
});

test('only free slots are told where only those are wanted', async () => {
  const service = await openTestService(kominkan);
  await service.plant(
    aStudyRoom({ id: 'a' }),
    aSlotHold({ id: 'b', roomId: 'a' }),
    aSlotHold({
      id: 'c',
      roomId: 'a',
      state: 'CLOSED',
      startsAt: japan('2026-11-10T13:00'),
      endsAt: japan('2026-11-10T22:00'),
    }),
  );

  const { data } = await service.ask(
    ofRooms(
      `free: slots(state: FREE, from: "2026-11-10T00:00:00+09:00", to: "2026-11-11T09:01:00+09:00") {
        edges { node { startsAt state } } }
      closed: slots(state: CLOSED, from: "2026-11-10T00:00:00+09:00", to: "2026-11-12T00:00:00+09:00") {
        edges { node { startsAt state } } }`,
    ),
    { of: rooms('a') },
  );

  expect(shown(data._entities[0].free)).toEqual(['11-11T00:00 FREE']);
  expect(shown(data._entities[0].closed)).toEqual(['11-10T04:00 CLOSED']);
});

test('without dates the slots of the next fourteen days are told', async () => {
  const service = await openTestService(kominkan);
  await service.plant(aStudyRoom({ id: 'a' }));

  const { data } = await service.ask(
    ofRooms('slots(first: 100) { edges { node { startsAt state } } }'),
    { of: rooms('a') },
  );

  const told = shown(data._entities[0].slots);
  expect(told).toHaveLength(14 * 4);
  expect([told[0], told.at(-1)]).toEqual(['10-05T04:00 FREE', '10-19T00:00 FREE']);
});

test('what began before the stretch and lasts into it is told', async () => {
  const service = await openTestService(kominkan);
  await service.plant(
    aStudyRoom({ id: 'a' }),
    aSlotHold({
      roomId: 'a',
      state: 'CLOSED',
      startsAt: japan('2026-11-09T00:00'),
      endsAt: japan('2026-11-11T00:00'),
    }),
  );

  const { data } = await service.ask(
    ofRooms(
      `slots(from: "2026-11-10T10:00:00+09:00", to: "2026-11-11T13:00:00+09:00") {
        edges { node { startsAt state } }
      }`,
    ),
    { of: rooms('a') },
  );

  expect(shown(data._entities[0].slots)).toEqual(['11-08T15:00 CLOSED', '11-11T00:00 FREE']);
});

test('more than 92 days, or none, are refused with what to do', async () => {
  const service = await openTestService(kominkan);
  await service.plant(aStudyRoom());

  for (const to of ['2027-02-11T00:00:00+09:00', '2026-11-10T00:00:00+09:00']) {
    const { errors } = await service.ask(
      `{ studyRoom(id: "room") { slots(from: "2026-11-10T00:00:00+09:00", to: "${to}") {
        edges { cursor } } } }`,
    );
    expect(errors[0]).toMatchObject({
      message: expect.stringContaining('Move "to"'),
      extensions: { code: 'BAD_USER_INPUT' },
    });
  }
});

test('a slot keeps its id when somebody takes it, and a hundred ids cost one query', async () => {
  const service = await openTestService(kominkan);
  await service.plant(aStudyRoom({ id: 'a' }));
  const all = await service.ask(
    ofRooms('slots(from: "2026-11-10T00:00:00+09:00", first: 25) { edges { node { id } } }'),
    { of: rooms('a') },
  );
  const ids: string[] = all.data._entities[0].slots.edges.map(
    ({ node }: Page['edges'][0]) => node.id,
  );
  await service.plant(aSlotHold({ roomId: 'a' }));

  const { data, queries } = await service.ask(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Slot { id state startsAt } } }`,
    { of: [...ids, 'nonsense', ...ids, ...ids, ...ids].map((id) => ({ __typename: 'Slot', id })) },
  );

  expect(queries).toBe(1);
  expect(data._entities[0]).toEqual({
    id: ids[0],
    state: 'BOOKED',
    startsAt: '2026-11-10T00:00:00.000Z',
  });
  expect(data._entities[1]).toMatchObject({ id: ids[1], state: 'FREE' });
  expect(data._entities[25]).toBeNull();
});

test('what a slot is used for is told to departments only', async () => {
  const service = await openTestService(kominkan);
  await service.plant(aStudyRoom(), aSlotHold({ purpose: '合唱の練習' }));
  const question = `{ studyRoom(id: "room") {
    slots(first: 1, from: "2026-11-10T00:00:00+09:00") { edges { node { purpose } } } } }`;

  const stranger = await service.ask(question);
  const resident = await service.ask(question, {}, { role: 'resident', scopes: [] });
  const department = await service.ask(
    question,
    {},
    { role: 'department', scopes: ['kominkan.slots'] },
  );

  expect(stranger.errors[0]).toMatchObject({ extensions: { code: 'UNAUTHENTICATED' } });
  expect(resident.errors[0]).toMatchObject({ extensions: { code: 'FORBIDDEN' } });
  expect(JSON.stringify([stranger.data, resident.data])).not.toContain('合唱');
  expect(department.data.studyRoom.slots.edges[0].node.purpose).toBe('合唱の練習');
});

test('the database refuses whoever writes two stretches of one room that overlap', async () => {
  const service = await openTestService(kominkan);
  await service.plant(aStudyRoom(), aSlotHold({ id: 'first' }));

  const overlapping = service.plant(
    aSlotHold({ id: 'second', startsAt: japan('2026-11-10T12:59') }),
  );

  await expect(overlapping).rejects.toMatchObject({ code: '23P01' });
});

test('the tables have the columns that the entities say', async () => {
  const service = await openTestService(kominkan);

  expect(await columnFaults(service.service.orm)).toEqual([]);
});
