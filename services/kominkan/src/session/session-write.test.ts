import { randomUUID } from 'node:crypto';

import type { Caller } from '@manabi/kit/context';
import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { aCourse } from '../course/course.builder.js';
import { kominkan } from '../service.js';
import { aSlotHold } from '../slot/slot.builder.js';
import { aStudyRoom } from '../study-room/study-room.builder.js';
import { aSession } from './session.builder.js';

const department: Caller = {
  role: 'department',
  client: 'kominkan-desk',
  scopes: ['kominkan.write'],
};

const refused = `... on AlreadyCancelled { why { ja } } ... on RecordUnknown { why { ja } }
  ... on ChangedMeanwhile { currentRevision changes { field } }`;
const mutations = {
  changeSession: `mutation ($input: ChangeSessionInput!) { answer: changeSession(input: $input) { __typename
    ... on SessionWritten { session { revision startsAt endsAt formerStartsAt notice topic room { id }
      course { startsAt endsAt edition } } }
    ... on AlreadyBegun { begunAt } ... on SlotTaken { slot { startsAt } } ${refused} } }`,
  cancelSession: `mutation ($input: CancelSessionInput!) { answer: cancelSession(input: $input) { __typename
    ... on SessionWritten { session { cancelledAt notice course { startsAt edition } } } ${refused} } }`,
};

const at = (day: string, from = '10:00', to = '12:00') => ({
  startsAt: new Date(`${day}T${from}:00+09:00`),
  endsAt: new Date(`${day}T${to}:00+09:00`),
});

/** A course of two meetings in one room, which is booked for both. */
async function open() {
  const service = await openTestService(kominkan);
  const [first, second] = [at('2026-11-10'), at('2026-11-17')];
  await service.plant(
    aStudyRoom(),
    aStudyRoom({ id: 'other' }),
    aCourse({ startsAt: first.startsAt, endsAt: second.endsAt }),
    aSession({ id: 'first', roomId: 'room', ...first }),
    aSession({ id: 'second', roomId: 'room', ...second }),
    aSlotHold({ id: 'a', usedFor: 'first', ...at('2026-11-10', '09:00', '13:00') }),
    aSlotHold({ id: 'b', usedFor: 'second', ...at('2026-11-17', '09:00', '13:00') }),
  );
  const write = async (verb: keyof typeof mutations, input: object) => {
    const said = { reason: '講師の都合', idempotencyKey: randomUUID(), id: 'first', ...input };
    const { data, errors } = await service.ask(
      mutations[verb],
      { input: { revision: 0, ...said } },
      department,
    );
    expect(errors).toEqual([]);
    return data.answer;
  };
  const held = () =>
    service
      .em()
      .execute(
        `select room_id, starts_at, used_for from slot_hold where state <> 'RELEASED' order by starts_at, room_id`,
      );
  return { service, write, held };
}

test('a meeting that moves takes its new slot, frees the former, and its course and followers know', async () => {
  const { service, write, held } = await open();
  const { next } = await service.service.feed();

  const answer = await write('changeSession', {
    startsAt: '2026-11-24T14:00:00+09:00',
    notice: '講師の都合により、24日に行います。',
  });

  expect(answer.session).toEqual({
    revision: 1,
    startsAt: '2026-11-24T05:00:00.000Z',
    endsAt: '2026-11-24T07:00:00.000Z',
    formerStartsAt: '2026-11-10T01:00:00.000Z',
    notice: '講師の都合により、24日に行います。',
    topic: null,
    room: { id: 'room' },
    course: {
      startsAt: '2026-11-17T01:00:00.000Z',
      endsAt: '2026-11-24T07:00:00.000Z',
      edition: expect.any(Number),
    },
  });
  expect(answer.session.course.edition).toBeGreaterThan(0);
  expect(await held()).toMatchObject([
    { used_for: 'second' },
    { used_for: 'first', room_id: 'room', starts_at: '2026-11-24 04:00:00+00' },
  ]);
  const { items } = await service.service.feed(next);
  expect(items).toMatchObject([
    {
      id: 'course',
      data: {
        startsAt: '2026-11-17T01:00:00.000Z',
        occurrences: [
          { startsAt: '2026-11-17T01:00:00.000Z' },
          { startsAt: '2026-11-24T05:00:00.000Z' },
        ],
        calledOff: [{ startsAt: '2026-11-10T01:00:00.000Z', at: '2026-10-05T01:00:00.000Z' }],
      },
    },
  ]);
});

test('a meeting may move within its own slot, and to another room', async () => {
  const { write, held } = await open();

  const later = await write('changeSession', { startsAt: '2026-11-10T10:30:00+09:00' });
  const elsewhere = await write('changeSession', { revision: 1, roomId: 'other', topic: '仕込み' });

  expect(later.session).toMatchObject({ endsAt: '2026-11-10T03:30:00.000Z', room: { id: 'room' } });
  expect(elsewhere.session).toMatchObject({ revision: 2, topic: '仕込み', room: { id: 'other' } });
  expect(await held()).toMatchObject([
    { room_id: 'other', used_for: 'first' },
    { room_id: 'room', used_for: 'second' },
  ]);
});

test.each([
  ['SlotTaken', { startsAt: '2026-11-17T10:00:00+09:00' }],
  ['OutsideHours', { startsAt: '2026-11-11T06:00:00+09:00' }],
  ['RoomUnknown', { roomId: 'nowhere' }],
  ['NotInOrder', { endsAt: '2026-11-10T09:00:00+09:00' }],
  ['NotInOrder', { startsAt: '2026-10-01T10:00:00+09:00' }],
  ['ChangedMeanwhile', { revision: 3, topic: '仕込み' }],
  ['RecordUnknown', { id: 'nothing' }],
])('%s refuses a change, and every slot stays as it was', async (refusal, given) => {
  const { write, held } = await open();
  const before = await held();

  const answer = await write('changeSession', given);

  expect(answer.__typename).toBe(refusal);
  expect(await held()).toEqual(before);
});

test('neither what has begun nor what was cancelled can be changed', async () => {
  const { service, write } = await open();
  await service.plant(aSession({ id: 'past', ...at('2026-10-01') }));
  await write('cancelSession', { id: 'second' });

  const past = await write('changeSession', { id: 'past', topic: '仕込み' });
  const cancelled = await write('changeSession', { id: 'second', revision: 1, topic: '仕込み' });

  expect(past).toEqual({ __typename: 'AlreadyBegun', begunAt: '2026-10-01T01:00:00.000Z' });
  expect(cancelled.__typename).toBe('AlreadyCancelled');
});

test('a cancelled meeting says why to residents, and its course begins with the next', async () => {
  const { service, write, held } = await open();

  const { session } = await write('cancelSession', { notice: '台風のため中止します。' });

  expect(session).toEqual({
    cancelledAt: '2026-10-05T01:00:00.000Z',
    notice: '台風のため中止します。',
    course: { startsAt: '2026-11-17T01:00:00.000Z', edition: expect.any(Number) },
  });
  expect(await held()).toMatchObject([{ used_for: 'second' }]);
  const { items } = await service.service.feed();
  expect(items.find(({ id }) => id === 'course')).toMatchObject({
    data: {
      edition: session.course.edition,
      calledOff: [{ startsAt: '2026-11-10T01:00:00.000Z', at: '2026-10-05T01:00:00.000Z' }],
    },
  });
});

test('an edition counts what is told, not who applied, and never becomes smaller', async () => {
  const { service } = await open();
  const editionAfter = async (set: string) => {
    const em = service.em();
    await em.execute(`update course set ${set}`);
    const [row] = await em.execute<{ edition: number }[]>('select edition from course');
    return row?.edition;
  };

  expect(await editionAfter('taken = 3, waiting = 1')).toBe(0);
  expect(await editionAfter(`organiser = '柳沢公民館'`)).toBe(1);
  expect(await editionAfter(`organiser = null, edition = 0`)).toBe(2);
});
