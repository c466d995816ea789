import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { kominkan } from '../service.js';
import { aStudyRoom } from '../study-room/study-room.builder.js';
import { aLotteryRound, someLotteryOdds } from './lottery.builder.js';

interface Told {
  id: string;
  state: string;
  data?: Record<string, unknown>;
}

const japan = (time: string): Date => new Date(`${time}+09:00`);

test('the next lotteries and past odds of a hundred rooms cost one query each', async () => {
  const service = await openTestService(kominkan);
  const ids = Array.from({ length: 100 }, (_, at) => `r${at}`);
  await service.plant(
    ...ids.map((id) => aStudyRoom({ id })),
    aLotteryRound({ id: 'a', roomId: 'r7' }),
    aLotteryRound({
      id: 'b',
      roomId: 'r7',
      month: '2027-01',
      opensAt: japan('2026-11-01T00:00'),
      closesAt: japan('2026-11-07T23:59'),
    }),
    aLotteryRound({
      id: 'over',
      roomId: 'r7',
      month: '2026-11',
      closesAt: japan('2026-10-04T23:59'),
      opensAt: japan('2026-10-01T00:00'),
    }),
    someLotteryOdds({ roomId: 'r7' }),
    someLotteryOdds({ id: 'none', roomId: 'r7', month: '2026-08', applied: 0, won: 0 }),
    someLotteryOdds({ id: 'old', roomId: 'r7', month: '2024-08' }),
  );

  const { data, errors, queries } = await service.ask(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on StudyRoom {
      nextLotteries { month phase apply { closesAt } confirm { closesAt } drawOn firstComeFrom }
      odds { month band { opens closes } applied won share }
    } } }`,
    { of: ids.map((id) => ({ __typename: 'StudyRoom', id })) },
  );

  expect(errors).toEqual([]);
  // The rooms, their lotteries, their odds.
  expect(queries).toBe(3);
  expect(data._entities[7]).toEqual({
    nextLotteries: [
      {
        month: '2026-12',
        phase: 'APPLY',
        apply: { closesAt: '2026-10-07T14:59:59.000Z' },
        confirm: { closesAt: '2026-10-15T14:59:59.000Z' },
        drawOn: '2026-10-08',
        firstComeFrom: '2026-10-15T15:00:00.000Z',
      },
      expect.objectContaining({ month: '2027-01', phase: 'BEFORE' }),
    ],
    odds: [
      {
        month: '2026-09',
        band: { opens: '09:00', closes: '13:00' },
        applied: 8,
        won: 2,
        share: 0.25,
      },
      {
        month: '2026-08',
        band: { opens: '09:00', closes: '13:00' },
        applied: 0,
        won: 0,
        share: null,
      },
    ],
  });
  expect(data._entities[8]).toEqual({ nextLotteries: [], odds: [] });
});

test.each([
  ['{ studyRoom(id: "room") { nextLotteries(first: 13) { month } } }', '"first" was 13'],
  ['{ studyRoom(id: "room") { odds(from: "2026-13") { month } } }', '2026-13'],
  ['{ studyRoom(id: "room") { odds(from: "2020-01", to: "2026-01") { month } } }', 'at most 24'],
])('%s is refused with what may be asked', async (query, told) => {
  const service = await openTestService(kominkan);
  await service.plant(aStudyRoom());

  const { errors } = await service.ask(query);

  expect(errors[0]).toMatchObject({
    message: expect.stringContaining(told),
    extensions: { code: 'BAD_USER_INPUT' },
  });
});

test('followers are told each announced lottery with the odds of its room, and again when those are known', async () => {
  const service = await openTestService(kominkan);
  await service.plant(aStudyRoom({ name: { ja: '集会室' } }), aLotteryRound());
  const first = await service.service.feed(undefined);
  await service.plant(
    someLotteryOdds(),
    someLotteryOdds({ id: 'august', month: '2026-08', applied: 4, won: 4 }),
  );

  const again = await service.service.feed(first.next);

  const lotteries = (items: readonly Told[]) => items.filter(({ id }) => id === 'round');
  expect(lotteries(first.items)).toMatchObject([
    {
      kind: 'lottery-window',
      state: 'updated',
      data: {
        id: 'round',
        facilityCode: '132292-0303',
        roomName: '集会室',
        month: '2026-12',
        opensAt: '2026-09-30T15:00:00.000Z',
        closesAt: '2026-10-07T14:59:59.000Z',
        drawAt: '2026-10-07T15:00:00.000Z',
        confirmBy: '2026-10-15T14:59:59.000Z',
        odds: null,
      },
    },
  ]);
  expect(lotteries(again.items)).toMatchObject([{ data: { odds: { applied: 12, won: 6 } } }]);

  await service.em().execute('delete from lottery_round');
  const last = await service.service.feed(again.next);

  expect(lotteries(last.items)).toMatchObject([{ state: 'deleted' }]);
});
