import { randomUUID } from 'node:crypto';

import type { Caller } from '@manabi/kit/context';
import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, onTestFinished, test } from 'vitest';

import { kominkan } from '../service.js';
import { aStudyRoom } from '../study-room/study-room.builder.js';
import { aSlotHold } from './slot.builder.js';

const resident: Caller = { role: 'resident', subject: 'resident-4711', scopes: [] };

const holdSlot = `mutation ($input: HoldSlotInput!) { holdSlot(input: $input) {
  __typename
  ... on SlotHeld { holdId slot { id startsAt endsAt state } }
  ... on SlotTaken { why { ja en { text } } whatToDo { ja } slot { id startsAt state } }
  ... on OutsideHours { why { ja } whatToDo { ja } bands { opens } }
  ... on NotYetOpen { why { ja } opensAt }
  ... on NoLongerOpen { why { ja } closedAt }
  ... on RoomUnknown { why { ja } whatToDo { ja } }
} }`;
const releaseSlot = `mutation ($holdId: ID!) { releaseSlot(input: { holdId: $holdId }) {
  __typename
  ... on SlotReleased { slot { startsAt state } }
  ... on HoldUnknown { whatToDo { ja } }
} }`;

const morning = (given: Record<string, unknown> = {}) => ({
  input: {
    roomId: 'room',
    startsAt: '2026-11-10T09:00:00+09:00',
    endsAt: '2026-11-10T13:00:00+09:00',
    purpose: '読書会',
    idempotencyKey: randomUUID(),
    ...given,
  },
});

async function openWithRoom() {
  const service = await openTestService(kominkan);
  await service.plant(aStudyRoom(), aStudyRoom({ id: 'other' }));
  const hold = async (given?: Record<string, unknown>) =>
    (await service.ask(holdSlot, morning(given), resident)).data.holdSlot;
  return { service, hold };
}

test('a free slot is held, and nothing is kept of who holds it', async () => {
  const { service, hold } = await openWithRoom();

  const answer = await hold({ groupId: 'choir' });

  expect(answer).toMatchObject({
    __typename: 'SlotHeld',
    slot: { startsAt: '2026-11-10T00:00:00.000Z', state: 'HELD' },
  });
  const rows = await service.em().execute('select * from slot_hold');
  expect(rows).toMatchObject([{ id: answer.holdId, purpose: '読書会', group_id: 'choir' }]);
  expect(JSON.stringify(rows)).not.toContain('4711');
});

test('several slots of one day in a row are held as one', async () => {
  const { hold } = await openWithRoom();

  const answer = await hold({ endsAt: '2026-11-10T18:30:00+09:00' });

  expect(answer).toMatchObject({ __typename: 'SlotHeld', slot: { state: 'HELD' } });
});

test('a slot that somebody has is refused with the slot that is in the way and what to do', async () => {
  const { service, hold } = await openWithRoom();
  await service.plant(aSlotHold());

  const answer = await hold({ endsAt: '2026-11-10T16:00:00+09:00' });

  expect(answer).toEqual({
    __typename: 'SlotTaken',
    why: {
      ja: '2026年11月10日 9:00から2026年11月10日 13:00まで、この部屋は利用できません。',
      en: { text: 'The room is taken from 2026-11-10 09:00 (Japan) to 2026-11-10 13:00 (Japan).' },
    },
    whatToDo: { ja: expect.stringContaining('空き枠') },
    slot: {
      id: expect.any(String),
      startsAt: '2026-11-10T00:00:00.000Z',
      state: 'BOOKED',
    },
  });
});

test('of fifty who ask for one slot at once exactly one holds it, the others read that it is taken', async () => {
  const { service } = await openWithRoom();

  const answers = await Promise.all(
    Array.from({ length: 50 }, () => service.ask(holdSlot, morning(), resident)),
  );

  const kinds = answers.map(({ data }) => data.holdSlot.__typename);
  expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
  expect(kinds.filter((kind) => kind === 'SlotHeld')).toHaveLength(1);
  expect(kinds.filter((kind) => kind === 'SlotTaken')).toHaveLength(49);
  const rows = await service.em().execute('select id from slot_hold');
  expect(rows).toHaveLength(1);
});

test('of fifty who ask for stretches that overlap in pairs no two that overlap hold', async () => {
  const { service } = await openWithRoom();
  const times = ['09:00', '13:00', '16:00', '18:30', '22:00'];
  const stretches = Array.from({ length: 50 }, (_, at) => {
    const [start, end] = [at % 4, Math.min(4, (at % 4) + 1 + (at % 3))];
    return {
      startsAt: `2026-11-10T${times[start]}:00+09:00`,
      endsAt: `2026-11-10T${times[end]}:00+09:00`,
    };
  });

  const answers = await Promise.all(
    stretches.map((stretch) => service.ask(holdSlot, morning(stretch), resident)),
  );

  expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
  const [overlaps] = await service.em().execute<[{ many: string }]>(
    `select count(*) as many from slot_hold a join slot_hold b
     on a.id < b.id and tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)`,
  );
  expect(Number(overlaps.many)).toBe(0);
  const held = answers.filter(({ data }) => data.holdSlot.__typename === 'SlotHeld');
  expect(await service.em().execute('select id from slot_hold')).toHaveLength(held.length);
});

test('the same request sent again is carried out once and answered the same', async () => {
  const { service, hold } = await openWithRoom();
  const idempotencyKey = randomUUID();

  const first = await hold({ idempotencyKey });
  const again = await Promise.all(Array.from({ length: 10 }, () => hold({ idempotencyKey })));

  expect(first.__typename).toBe('SlotHeld');
  expect(again).toEqual(Array.from({ length: 10 }, () => first));
  expect(await service.em().execute('select id from slot_hold')).toHaveLength(1);
});

test('ten copies of one request that arrive at once are carried out once', async () => {
  const { service, hold } = await openWithRoom();
  const idempotencyKey = randomUUID();

  const answers = await Promise.all(Array.from({ length: 10 }, () => hold({ idempotencyKey })));

  expect(new Set(answers.map(({ holdId }) => holdId)).size).toBe(1);
  expect(answers[0].holdId).toBeDefined();
  expect(await service.em().execute('select id from slot_hold')).toHaveLength(1);
});

test('a key that was used for another room is refused, as is one that is no UUID', async () => {
  const { service, hold } = await openWithRoom();
  const idempotencyKey = randomUUID();
  await hold({ idempotencyKey });

  const reused = await service.ask(
    holdSlot,
    morning({ idempotencyKey, roomId: 'other' }),
    resident,
  );
  const weak = await service.ask(holdSlot, morning({ idempotencyKey: '1' }), resident);

  expect(reused.errors[0]).toMatchObject({
    message: expect.stringContaining('new UUID'),
    extensions: { code: 'BAD_USER_INPUT' },
  });
  expect(weak.errors[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
});

test.each([
  ['inside a slot', '2026-11-10T10:00:00+09:00', '2026-11-10T12:00:00+09:00'],
  ['across midnight', '2026-11-10T18:30:00+09:00', '2026-11-11T13:00:00+09:00'],
  ['backwards', '2026-11-10T13:00:00+09:00', '2026-11-10T09:00:00+09:00'],
  ['a second late', '2026-11-10T09:00:01+09:00', '2026-11-10T13:00:00+09:00'],
])('a time %s is refused with the hours in which the room is let', async (_, startsAt, endsAt) => {
  const { hold } = await openWithRoom();

  const answer = await hold({ startsAt, endsAt });

  expect(answer).toMatchObject({
    __typename: 'OutsideHours',
    whatToDo: { ja: expect.stringContaining('9:00–13:00、13:00–16:00、16:00–18:30、18:30–22:00') },
  });
});

test('before the 16th two months ahead, and after 16:00 two days before, holding is refused', async () => {
  const { hold } = await openWithRoom();

  const early = await hold({
    startsAt: '2026-12-01T09:00:00+09:00',
    endsAt: '2026-12-01T13:00:00+09:00',
  });
  const late = await hold({
    startsAt: '2026-10-06T09:00:00+09:00',
    endsAt: '2026-10-06T13:00:00+09:00',
  });
  const inTime = await hold({
    startsAt: '2026-10-07T09:00:00+09:00',
    endsAt: '2026-10-07T13:00:00+09:00',
  });

  expect(early).toMatchObject({ __typename: 'NotYetOpen', opensAt: '2026-10-15T15:00:00.000Z' });
  expect(late).toMatchObject({ __typename: 'NoLongerOpen', closedAt: '2026-10-04T07:00:00.000Z' });
  expect(inTime.__typename).toBe('SlotHeld');
});

test('a room that nobody has is refused with where to find one', async () => {
  const { hold } = await openWithRoom();

  expect(await hold({ roomId: 'nowhere' })).toMatchObject({
    __typename: 'RoomUnknown',
    whatToDo: { ja: expect.any(String) },
  });
});

test('whoever did not say who they are holds and releases nothing', async () => {
  const { service } = await openWithRoom();

  const held = await service.ask(holdSlot, morning());
  const released = await service.ask(releaseSlot, { holdId: 'hold' });

  expect(held.errors[0]).toMatchObject({ extensions: { code: 'UNAUTHENTICATED' } });
  expect(released.errors[0]).toMatchObject({ extensions: { code: 'UNAUTHENTICATED' } });
  expect(await service.em().execute('select id from slot_hold')).toEqual([]);
});

test('a slot that was given back is free for others, and giving it back again changes nothing', async () => {
  const { service, hold } = await openWithRoom();
  const { holdId } = await hold();
  const release = () => service.ask(releaseSlot, { holdId }, resident);

  const released = await release();
  const again = await release();
  const next = await hold();
  const afterNext = await release();

  const told = { __typename: 'SlotReleased', slot: { startsAt: '2026-11-10T00:00:00.000Z' } };
  expect(released.data.releaseSlot).toMatchObject({ ...told, slot: { state: 'FREE' } });
  expect(again.data).toEqual(released.data);
  expect(next.__typename).toBe('SlotHeld');
  expect(afterNext.data.releaseSlot).toMatchObject({ ...told, slot: { state: 'HELD' } });
});

test('a request that was carried out and released is not carried out again', async () => {
  const { service, hold } = await openWithRoom();
  const idempotencyKey = randomUUID();
  const { holdId } = await hold({ idempotencyKey });
  await service.ask(releaseSlot, { holdId }, resident);

  const { errors } = await service.ask(holdSlot, morning({ idempotencyKey }), resident);

  expect(errors[0]).toMatchObject({ extensions: { code: 'CONFLICT' } });
});

test('what is held under no such number, or closed by the department, is not released', async () => {
  const { service } = await openWithRoom();
  await service.plant(aSlotHold({ id: 'repairs', state: 'CLOSED' }));

  for (const holdId of ['nobody', 'repairs']) {
    const { data } = await service.ask(releaseSlot, { holdId }, resident);
    expect(data.releaseSlot.__typename).toBe('HoldUnknown');
  }
});

test('who subscribed to a room is told of each slot that is taken or freed, and never by its hold', async () => {
  const { service, hold } = await openWithRoom();
  const leaving = new AbortController();
  onTestFinished(() => leaving.abort());
  const query = `subscription ($in: TimeSpan) { slotChanged(roomIds: ["room"], in: $in) {
    id slot { id startsAt state room { id } } } }`;
  const variables = { in: { from: '2026-11-10T12:00:00+09:00', to: '2026-11-11T00:00:00+09:00' } };
  const messages = service.service.subscriptions.open(
    { query, variables },
    { after: undefined, signal: leaving.signal },
  );
  await messages.next();

  await hold({ roomId: 'other' });
  await hold({ startsAt: '2026-11-11T09:00:00+09:00', endsAt: '2026-11-11T13:00:00+09:00' });
  const { holdId, slot } = await hold();
  const told = [await messages.next()];
  // What it is for is told to nobody who subscribes.
  await service.em().execute(`update slot_hold set purpose = 'ヨガ'`);
  await service.ask(releaseSlot, { holdId }, resident);
  told.push(await messages.next());
  await service.plant(aSlotHold({ id: 'repairs', state: 'CLOSED' }));
  told.push(await messages.next());
  await service.em().execute(`delete from slot_hold where id = 'repairs'`);
  told.push(await messages.next());

  const numbers = told.map(({ value }) => Number(value?.cursor.split('.')[1]));
  expect(numbers.map((each) => each - numbers[0]!)).toEqual([0, 1, 2, 3]);
  const changes = told.map(({ value }) => value?.answer?.data?.['slotChanged']);
  const startsAt = '2026-11-10T00:00:00.000Z';
  expect(changes).toEqual(
    ['HELD', 'FREE', 'CLOSED', 'FREE'].map((state) => ({
      id: slot.id,
      slot: { id: slot.id, startsAt, state, room: { id: 'room' } },
    })),
  );
  const kept = await service.em().execute(`select id from feed_change where kind = 'Slot'`);
  expect(JSON.stringify(kept)).not.toContain(holdId);
});

test('slots that are taken reach no follower: only who subscribes is told', async () => {
  const { service, hold } = await openWithRoom();
  await hold();

  const { items, next } = await service.service.feed(undefined);
  const again = await service.service.feed(next);

  expect(items).toEqual([]);
  expect(again.next).toBe(next);
});
