import { randomUUID } from 'node:crypto';

import type { Caller } from '@manabi/kit/context';
import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { kominkan } from '../service.js';
import { aStudyRoom } from '../study-room/study-room.builder.js';
import { aLotteryRound, someLotteryOdds } from './lottery.builder.js';

const department: Caller = { role: 'department', client: 'desk', scopes: ['kominkan.write'] };

const publish = `mutation ($input: PublishLotteryOddsInput!) { answer: publishRoomOdds(input: $input) { __typename
  ... on RoomOddsWritten { room { odds { month band { opens closes } applied won provenance { sample } } } }
  ... on OddsNotInOrder { bands { opens } whatToDo { ja } } ... on RoomUnknown { why { ja } } } }`;

async function open() {
  const service = await openTestService(kominkan);
  await service.plant(aStudyRoom(), aLotteryRound());
  const write = async (given: object, caller: Caller | undefined = department) => {
    const input = {
      roomId: 'room',
      month: '2026-09',
      counts: [{ opens: '09:00', applied: 10, won: 4 }],
      reason: '抽選の結果',
      idempotencyKey: randomUUID(),
      ...given,
    };
    return service.ask(publish, { input }, caller);
  };
  return { service, write };
}

test('odds of a lottery are published, take the place of what was said before, and followers are told', async () => {
  const { service, write } = await open();
  await service.plant(someLotteryOdds({ applied: 1, won: 1 }));
  const { next } = await service.service.feed();

  const { data, errors } = await write({
    counts: [
      { opens: '09:00', applied: 10, won: 4 },
      { opens: '18:30', applied: 6, won: 1 },
    ],
  });

  expect(errors).toEqual([]);
  expect(data.answer.room.odds).toEqual([
    {
      month: '2026-09',
      band: { opens: '09:00', closes: '13:00' },
      applied: 10,
      won: 4,
      provenance: { sample: false },
    },
    {
      month: '2026-09',
      band: { opens: '18:30', closes: '22:00' },
      applied: 6,
      won: 1,
      provenance: { sample: false },
    },
  ]);
  const { items } = await service.service.feed(next);
  expect(items).toMatchObject([
    { kind: 'lottery-window', data: { odds: { applied: 16, won: 5 } } },
  ]);
  const changes = await service
    .em()
    .execute('select id, fields from record_change order by fields::text');
  expect(changes).toHaveLength(2);
});

test('ten who publish the same counts at once leave one of each', async () => {
  const { service, write } = await open();

  const answers = await Promise.all(Array.from({ length: 10 }, () => write({})));

  expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
  expect(await service.em().execute('select id from lottery_odds')).toHaveLength(1);
});

test.each([
  ['OddsNotInOrder', { counts: [{ opens: '10:00', applied: 1, won: 1 }] }],
  ['OddsNotInOrder', { counts: [{ opens: '09:00', applied: 1, won: 2 }] }],
  ['RoomUnknown', { roomId: 'nowhere' }],
])('%s refuses counts, and nothing is written', async (refusal, given) => {
  const { service, write } = await open();

  const { data } = await write(given);

  expect(data.answer.__typename).toBe(refusal);
  expect(await service.em().execute('select id from lottery_odds')).toEqual([]);
});

test('a month that is none, and a caller without the scope, are refused', async () => {
  const { write } = await open();

  const month = await write({ month: '2026-13' });
  const stranger = await write({}, { role: 'department', scopes: [] });

  expect(month.errors[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
  expect(stranger.errors[0]).toMatchObject({ extensions: { code: 'FORBIDDEN' } });
});
