import { randomUUID } from 'node:crypto';

import type { Caller } from '@manabi/kit/context';
import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { aCourtHold } from '../court-slot/court-slot.builder.js';
import { aCourt } from '../court/court.builder.js';
import { sports } from '../service.js';
import { aSportsClass } from './sports-class.builder.js';

const department: Caller = { role: 'department', client: 'sports-desk', scopes: ['sports.write'] };

const written = `... on SportsClassWritten { sportsClass { id revision title { ja } level cancelledAt
  startsAt occurrences { startsAt } court { id } provenance { stale } } }`;
const meanwhile = `... on ChangedMeanwhile { currentRevision changes { field } }`;
const mutations = {
  publishSportsClass: `mutation ($input: PublishSportsClassInput!) { answer: publishSportsClass(input: $input) {
    __typename ${written} ... on CourtSlotTaken { slot { startsAt } } ... on NotInOrder { why { ja } } } }`,
  changeSportsClass: `mutation ($input: ChangeSportsClassInput!) { answer: changeSportsClass(input: $input) {
    __typename ${written} ${meanwhile} ... on NotInOrder { why { ja } } } }`,
  confirmSportsClass: `mutation ($input: ConfirmSportsClassInput!) { answer: confirmSportsClass(input: $input) {
    __typename ${written} ${meanwhile} } }`,
  cancelSportsClass: `mutation ($input: CancelSportsClassInput!) { answer: cancelSportsClass(input: $input) {
    __typename ${written} ${meanwhile} ... on AlreadyCancelled { cancelledAt } } }`,
};

async function open() {
  const service = await openTestService(sports);
  const write = async (verb: keyof typeof mutations, input: object, caller = department) => {
    const said = { reason: '天候のため', idempotencyKey: randomUUID(), ...input };
    const { data, errors } = await service.ask(mutations[verb], { input: said }, caller);
    return { answer: data?.answer, errors };
  };
  const holds = () =>
    service
      .em()
      .execute<{ state: string; used_for: string }[]>(
        'select * from court_hold order by starts_at',
      );
  return { service, write, holds };
}

const time = (day: string, from = '10:00', to = '12:00') => ({
  startsAt: `${day}T${from}:00+09:00`,
  endsAt: `${day}T${to}:00+09:00`,
});

test('a class is published with its times, its court is booked, and followers are told', async () => {
  const { service, write, holds } = await open();
  await service.plant(aCourt());

  const { answer, errors } = await write('publishSportsClass', {
    title: '卓球教室',
    level: 'BEGINNER',
    courtId: 'court',
    times: [time('2026-11-17'), time('2026-11-10')],
  });

  expect(errors).toEqual([]);
  expect(answer.sportsClass).toMatchObject({
    revision: 1,
    title: { ja: '卓球教室' },
    level: 'BEGINNER',
    startsAt: '2026-11-10T01:00:00.000Z',
    occurrences: [
      { startsAt: '2026-11-10T01:00:00.000Z' },
      { startsAt: '2026-11-17T01:00:00.000Z' },
    ],
    court: { id: 'court' },
  });
  expect(await holds()).toMatchObject([
    { state: 'BOOKED', used_for: answer.sportsClass.id },
    { state: 'BOOKED', used_for: answer.sportsClass.id },
  ]);
  const { items } = await service.service.feed();
  expect(items).toMatchObject([{ kind: 'SportsClass', data: { title: { ja: '卓球教室' } } }]);
});

test.each([
  ['CourtSlotTaken', [time('2026-11-10')], 'court'],
  ['OutsideHours', [time('2026-11-11', '06:00', '08:00')], 'court'],
  ['RoomUnknown', [time('2026-11-11')], 'nowhere'],
  ['NotInOrder', [time('2026-11-11', '12:00', '10:00')], 'court'],
])('%s refuses a class, and nothing of it is written', async (refusal, times, courtId) => {
  const { service, write, holds } = await open();
  await service.plant(aCourt(), aCourtHold());

  const { answer } = await write('publishSportsClass', { title: '卓球教室', courtId, times });

  expect(answer.__typename).toBe(refusal);
  expect(await holds()).toHaveLength(1);
  expect(await service.em().execute('select id from sports_class')).toEqual([]);
});

test('of fifty who change one class at once one does, the others read what changed', async () => {
  const { service, write } = await open();
  await service.plant(aSportsClass());

  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, at) =>
      write('changeSportsClass', {
        id: 'class',
        revision: 0,
        details: { title: `教室 ${at}` },
        level: 'ALL',
      }),
    ),
  );

  const kinds = Map.groupBy(answers, ({ answer }) => answer.__typename);
  expect(kinds.get('SportsClassWritten')).toHaveLength(1);
  expect(kinds.get('ChangedMeanwhile')).toHaveLength(49);
  expect(kinds.get('ChangedMeanwhile')?.[0]?.answer).toMatchObject({
    currentRevision: 1,
    changes: [{ field: 'level' }, { field: 'title' }],
  });
});

test('a class whose applications would close before they open is not changed', async () => {
  const { service, write } = await open();
  await service.plant(aSportsClass({ applyOpensAt: new Date('2026-11-01T00:00:00Z') }));

  const { answer } = await write('changeSportsClass', {
    id: 'class',
    revision: 0,
    details: { applyClosesAt: '2026-10-01T00:00:00Z' },
  });

  expect(answer.__typename).toBe('NotInOrder');
});

test('a confirmed class is no longer stale', async () => {
  const { service, write } = await open();
  await service.plant(aSportsClass());

  const { answer } = await write('confirmSportsClass', { id: 'class', revision: 0 });

  expect(answer.sportsClass).toMatchObject({ revision: 1, provenance: { stale: false } });
});

test('a cancelled class gives back its court for the times to come, once', async () => {
  const { service, write, holds } = await open();
  const stretch = (day: string) => ({
    startsAt: new Date(`${day}T09:00:00+09:00`),
    endsAt: new Date(`${day}T13:00:00+09:00`),
  });
  await service.plant(
    aCourt(),
    aSportsClass(),
    aCourtHold({ id: 'past', usedFor: 'class', ...stretch('2026-10-01') }),
    aCourtHold({ id: 'next', usedFor: 'class', ...stretch('2026-11-10') }),
    aCourtHold({ id: 'other', ...stretch('2026-11-11') }),
  );
  const input = { id: 'class', revision: 0, idempotencyKey: randomUUID() };

  const first = await write('cancelSportsClass', input);
  const again = await write('cancelSportsClass', input);
  const twice = await write('cancelSportsClass', { id: 'class', revision: 1 });

  expect(first.answer.sportsClass.cancelledAt).toBe('2026-10-05T01:00:00.000Z');
  expect(again).toEqual(first);
  expect(twice.answer.__typename).toBe('AlreadyCancelled');
  expect((await holds()).map(({ state }) => state)).toEqual(['BOOKED', 'RELEASED', 'BOOKED']);
});

test('nobody writes without the scope', async () => {
  const { service, write } = await open();
  await service.plant(aSportsClass());

  const { errors } = await write(
    'cancelSportsClass',
    { id: 'class', revision: 0 },
    {
      role: 'department',
      scopes: ['kominkan.write'],
    },
  );

  expect(errors[0]).toMatchObject({ extensions: { code: 'FORBIDDEN' } });
});
