import { randomUUID } from 'node:crypto';

import type { Caller } from '@manabi/kit/context';
import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { kominkan } from '../service.js';
import { aSession } from '../session/session.builder.js';
import { aSlotHold } from '../slot/slot.builder.js';
import { aStudyRoom } from '../study-room/study-room.builder.js';
import { aCourse } from './course.builder.js';

const department: Caller = {
  role: 'department',
  client: 'kominkan-desk',
  scopes: ['kominkan.write'],
};

const refused = `
  ... on AlreadyCancelled { cancelledAt whatToDo { ja } }
  ... on RecordUnknown { why { ja } }
  ... on ChangedMeanwhile { currentRevision changes { field before after verb } whatToDo { ja } }`;
const mutations = {
  publishCourse: `mutation ($input: PublishCourseInput!) { answer: publishCourse(input: $input) { __typename
    ... on CourseWritten { course { id revision title { ja kana } seats { capacity } applicationState startsAt endsAt
      sessions { startsAt topic room { id } } } }
    ... on SlotTaken { slot { startsAt } whatToDo { ja } }
    ... on OutsideHours { bands { opens } } ... on RoomUnknown { why { ja } } ... on NotInOrder { why { ja } whatToDo { ja } } } }`,
  changeCourse: `mutation ($input: ChangeCourseInput!) { answer: changeCourse(input: $input) { __typename
    ... on CourseWritten { course { revision title { ja kana } seats { capacity } fee { kind yen } } }
    ... on NotInOrder { why { ja } } ${refused.replace('... on AlreadyCancelled { cancelledAt whatToDo { ja } }', '')} } }`,
  confirmCourse: `mutation ($input: ConfirmCourseInput!) { answer: confirmCourse(input: $input) { __typename
    ... on CourseWritten { course { revision provenance { asOf stale } } } } }`,
  cancelCourse: `mutation ($input: CancelCourseInput!) { answer: cancelCourse(input: $input) { __typename
    ... on CourseWritten { course { cancelledAt sessions { id cancelledAt } } } ${refused} } }`,
  cancelSession: `mutation ($input: CancelSessionInput!) { answer: cancelSession(input: $input) { __typename
    ... on SessionWritten { session { revision cancelledAt } } ${refused} } }`,
};

async function open() {
  const service = await openTestService(kominkan);
  const write = async (
    verb: keyof typeof mutations,
    input: object,
    caller: Caller = department,
  ) => {
    const said = { reason: '講師の都合', idempotencyKey: randomUUID(), ...input };
    return service.ask(mutations[verb], { input: said }, caller);
  };
  const holds = () =>
    service
      .em()
      .execute<{ used_for: string; state: string }[]>(
        `select room_id, starts_at, ends_at, state, used_for from slot_hold order by starts_at`,
      );
  return { service, write, holds };
}

const session = (day: string, given: object = {}) => ({
  startsAt: `${day}T10:00:00+09:00`,
  endsAt: `${day}T12:00:00+09:00`,
  roomId: 'room',
  ...given,
});

test('a course is published with its meetings, and its rooms are booked for the parts of the day that cover them', async () => {
  const { service, write, holds } = await open();
  await service.plant(aStudyRoom());
  const { next } = await service.service.feed();

  const { data, errors } = await write('publishCourse', {
    title: '味噌づくり',
    details: { kana: 'ミソヅクリ', capacity: 20, feeYen: 0, audiences: ['ADULT'] },
    sessions: [
      session('2026-11-10', { topic: '仕込み' }),
      session('2026-11-17', { endsAt: '2026-11-17T15:00:00+09:00' }),
    ],
  });

  expect(errors).toEqual([]);
  expect(data.answer).toEqual({
    __typename: 'CourseWritten',
    course: {
      id: expect.any(String),
      revision: 1,
      title: { ja: '味噌づくり', kana: 'ミソヅクリ' },
      seats: { capacity: 20 },
      applicationState: 'UNKNOWN',
      startsAt: '2026-11-10T01:00:00.000Z',
      endsAt: '2026-11-17T06:00:00.000Z',
      sessions: [
        { startsAt: '2026-11-10T01:00:00.000Z', topic: '仕込み', room: { id: 'room' } },
        { startsAt: '2026-11-17T01:00:00.000Z', topic: null, room: { id: 'room' } },
      ],
    },
  });
  expect(await holds()).toMatchObject([
    { state: 'BOOKED', starts_at: '2026-11-10 00:00:00+00', ends_at: '2026-11-10 04:00:00+00' },
    { state: 'BOOKED', starts_at: '2026-11-17 00:00:00+00', ends_at: '2026-11-17 07:00:00+00' },
  ]);
  const { items } = await service.service.feed(next);
  expect(items).toMatchObject([
    { kind: 'Course', state: 'updated', data: { title: { ja: '味噌づくり' }, capacity: 20 } },
  ]);
});

test.each([
  ['SlotTaken', { roomId: 'taken' }],
  ['OutsideHours', { startsAt: '2026-11-10T07:00:00+09:00' }],
  ['RoomUnknown', { roomId: 'nowhere' }],
  ['NotInOrder', { endsAt: '2026-11-10T09:00:00+09:00' }],
])('%s refuses a course, and nothing of it is written', async (refusal, given) => {
  const { service, write, holds } = await open();
  await service.plant(aStudyRoom(), aStudyRoom({ id: 'taken' }), aSlotHold({ roomId: 'taken' }));

  const { data } = await write('publishCourse', {
    title: '味噌づくり',
    sessions: [session('2026-11-03'), session('2026-11-10', given)],
  });

  expect(data.answer.__typename).toBe(refusal);
  expect(await holds()).toHaveLength(1);
  expect(await service.em().execute('select id from course')).toEqual([]);
});

test('two meetings of one course cannot have one room at one time, and applications cannot close before they open', async () => {
  const { service, write } = await open();
  await service.plant(aStudyRoom());

  const twice = await write('publishCourse', {
    title: '味噌づくり',
    sessions: [session('2026-11-10'), session('2026-11-10')],
  });
  const backwards = await write('publishCourse', {
    title: '味噌づくり',
    details: { applyOpensAt: '2026-10-20T00:00:00Z', applyClosesAt: '2026-10-10T00:00:00Z' },
    sessions: [session('2026-11-10')],
  });

  expect(twice.data.answer.__typename).toBe('SlotTaken');
  expect(backwards.data.answer.__typename).toBe('NotInOrder');
});

test('what is said of a course is changed; what is left out stays, but for the reading of an old name', async () => {
  const { service, write } = await open();
  await service.plant(
    aCourse({
      title: { ja: '合唱', kana: 'ガッショウ' },
      capacity: 10,
      fee: { kind: 'PAID' as never, yen: 500 },
    }),
  );

  const { data, errors } = await write('changeCourse', {
    id: 'course',
    revision: 0,
    details: { title: '混声合唱', feeYen: 0 },
  });

  expect(errors).toEqual([]);
  expect(data.answer.course).toEqual({
    revision: 1,
    title: { ja: '混声合唱', kana: null },
    seats: { capacity: 10 },
    fee: { kind: 'FREE', yen: 0 },
  });
  const [change] = await service.em().execute<{ fields: object }[]>('select * from record_change');
  expect(change).toMatchObject({
    verb: 'changeCourse',
    system: 'kominkan-desk',
    reason: '講師の都合',
  });
});

test('of fifty who change one course at once one does; the others read what changed, and may go on from there', async () => {
  const { service, write } = await open();
  await service.plant(aCourse({ title: { ja: '合唱' } }));

  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, at) =>
      write('changeCourse', { id: 'course', revision: 0, details: { title: `合唱 ${at}` } }),
    ),
  );

  const kinds = Map.groupBy(answers, ({ data }) => data.answer.__typename);
  expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
  expect(kinds.get('CourseWritten')).toHaveLength(1);
  expect(kinds.get('ChangedMeanwhile')).toHaveLength(49);
  const [late] = kinds.get('ChangedMeanwhile') ?? [];
  expect(late?.data.answer).toMatchObject({
    currentRevision: 1,
    changes: [{ field: 'title', before: '{"ja":"合唱"}', verb: 'changeCourse' }],
  });
  const again = await write('changeCourse', {
    id: 'course',
    revision: 1,
    details: { title: '女声合唱' },
  });
  expect(again.data.answer.course).toMatchObject({ revision: 2, title: { ja: '女声合唱' } });
});

test('a course that is confirmed is no longer stale', async () => {
  const { service, write } = await open();
  await service.plant(aCourse());

  const { data } = await write('confirmCourse', { id: 'course', revision: 0 });

  expect(data.answer.course).toEqual({
    revision: 1,
    provenance: { asOf: '2026-10-05T01:00:00.000Z', stale: false },
  });
});

test('a cancelled course gives back the rooms of its meetings to come, and followers are told', async () => {
  const { service, write, holds } = await open();
  const time = (day: string) => ({
    startsAt: new Date(`${day}T10:00:00+09:00`),
    endsAt: new Date(`${day}T12:00:00+09:00`),
  });
  await service.plant(
    aStudyRoom(),
    aCourse(),
    aSession({ id: 'past', roomId: 'room', ...time('2026-10-01') }),
    aSession({ id: 'next', roomId: 'room', ...time('2026-11-10') }),
    aSlotHold({ id: 'a', usedFor: 'past', ...time('2026-10-01') }),
    aSlotHold({ id: 'b', usedFor: 'next', ...time('2026-11-10') }),
    aSlotHold({ id: 'c', ...time('2026-11-17') }),
  );
  const { next } = await service.service.feed();
  const idempotencyKey = randomUUID();
  const cancel = (given: object = {}) =>
    write('cancelCourse', { id: 'course', revision: 0, idempotencyKey, ...given });

  const { data, errors } = await cancel();
  const again = await cancel();
  const twice = await cancel({ revision: 1, idempotencyKey: randomUUID() });

  expect(errors).toEqual([]);
  expect(data.answer.course).toEqual({
    cancelledAt: '2026-10-05T01:00:00.000Z',
    sessions: [
      { id: 'past', cancelledAt: null },
      { id: 'next', cancelledAt: '2026-10-05T01:00:00.000Z' },
    ],
  });
  expect(again.data).toEqual(data);
  expect(twice.data.answer).toMatchObject({
    __typename: 'AlreadyCancelled',
    cancelledAt: '2026-10-05T01:00:00.000Z',
  });
  expect((await holds()).map(({ state }) => state)).toEqual(['BOOKED', 'RELEASED', 'BOOKED']);
  const { items } = await service.service.feed(next);
  expect(items).toMatchObject([
    { id: 'course', data: { cancelledAt: '2026-10-05T01:00:00.000Z', occurrences: [{}, {}] } },
  ]);
});

test('a cancelled meeting gives back its room, and followers no longer hear of its time', async () => {
  const { service, write, holds } = await open();
  await service.plant(
    aStudyRoom(),
    aCourse(),
    aSession({ id: 'a', roomId: 'room', startsAt: new Date('2026-11-10T10:00:00+09:00') }),
    aSession({ id: 'b', roomId: 'room', startsAt: new Date('2026-11-17T10:00:00+09:00') }),
    aSlotHold({ usedFor: 'a' }),
  );

  const { data, errors } = await write('cancelSession', { id: 'a', revision: 0 });
  const twice = await write('cancelSession', { id: 'a', revision: 1 });
  const stale = await write('cancelSession', { id: 'a', revision: 0 });
  const unknown = await write('cancelSession', { id: 'nothing', revision: 0 });

  expect(errors).toEqual([]);
  expect(data.answer.session).toEqual({ revision: 1, cancelledAt: '2026-10-05T01:00:00.000Z' });
  expect([twice, stale, unknown].map((each) => each.data.answer.__typename)).toEqual([
    'AlreadyCancelled',
    'ChangedMeanwhile',
    'RecordUnknown',
  ]);
  expect(await holds()).toMatchObject([{ state: 'RELEASED' }]);
  const { items } = await service.service.feed();
  expect(items.find(({ id }) => id === 'course')).toMatchObject({
    data: { cancelledAt: null, occurrences: [{ startsAt: '2026-11-17T01:00:00.000Z' }] },
  });
});

test('fifty courses that want one room at one time: one has it, and no other is written', async () => {
  const { service, write, holds } = await open();
  await service.plant(aStudyRoom());

  const answers = await Promise.all(
    Array.from({ length: 50 }, () =>
      write('publishCourse', { title: '味噌づくり', sessions: [session('2026-11-10')] }),
    ),
  );

  const kinds = answers.map(({ data }) => data.answer.__typename);
  expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
  expect(kinds.filter((kind) => kind === 'CourseWritten')).toHaveLength(1);
  expect(kinds.filter((kind) => kind === 'SlotTaken')).toHaveLength(49);
  expect(await holds()).toHaveLength(1);
  expect(await service.em().execute('select id from course')).toHaveLength(1);
});

test.each([
  ['UNAUTHENTICATED', undefined],
  ['FORBIDDEN', { role: 'resident', scopes: [] }],
  ['FORBIDDEN', { role: 'department', scopes: ['kominkan.slots'] }],
] as const)('%s: nobody writes without the scope', async (code, caller) => {
  const { service } = await open();
  await service.plant(aCourse());
  const input = { id: 'course', revision: 0, reason: 'なし', idempotencyKey: randomUUID() };

  const { errors } = await service.ask(mutations.cancelCourse, { input }, caller);

  expect(errors[0]).toMatchObject({ extensions: { code } });
  expect(
    await service.em().execute('select id from course where cancelled_at is null'),
  ).toHaveLength(1);
});
