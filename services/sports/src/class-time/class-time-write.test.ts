import { randomUUID } from 'node:crypto';

import type { Caller } from '@manabi/kit/context';
import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { aCourtHold } from '../court-slot/court-slot.builder.js';
import { aCourt } from '../court/court.builder.js';
import { sports } from '../service.js';
import { aSportsClass } from '../sports-class/sports-class.builder.js';

const department: Caller = { role: 'department', client: 'sports-desk', scopes: ['sports.write'] };

const written = `... on SportsClassWritten { sportsClass { revision startsAt endsAt edition occurrences { startsAt }
  times { number startsAt cancelledAt notice formerStartsAt } } } ... on AlreadyCancelled { why { ja } }
  ... on ClassTimeUnknown { numbers } ... on AlreadyBegun { begunAt } ... on ChangedMeanwhile { currentRevision }`;
const mutations = {
  cancelClassTime: `mutation ($input: CancelClassTimeInput!) { answer: cancelClassTime(input: $input) { __typename ${written} } }`,
  changeClassTime: `mutation ($input: ChangeClassTimeInput!) { answer: changeClassTime(input: $input) { __typename ${written} } }`,
};

const at = (day: string, from = '10:00', to = '12:00') => ({
  startsAt: new Date(`${day}T${from}:00+09:00`),
  endsAt: new Date(`${day}T${to}:00+09:00`),
});

/** A class of three times, the first of which is over, on a court that is booked for the others. */
async function open() {
  const service = await openTestService(sports);
  const days = ['2026-10-01', '2026-11-10', '2026-11-17'] as const;
  await service.plant(
    aCourt(),
    aSportsClass({
      courtId: 'court',
      startsAt: at(days[0]).startsAt,
      endsAt: at(days[2]).endsAt,
      occurrences: days.map((day) => ({ ...at(day), allDay: false })),
    }),
    aCourtHold({ id: 'a', usedFor: 'class', ...at(days[1], '09:00', '13:00') }),
    aCourtHold({ id: 'b', usedFor: 'class', ...at(days[2], '09:00', '13:00') }),
  );
  const write = async (verb: keyof typeof mutations, input: object) => {
    const said = { reason: '天候', idempotencyKey: randomUUID(), id: 'class', number: 2, ...input };
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
      .execute(`select starts_at from court_hold where state <> 'RELEASED' order by starts_at`);
  return { service, write, held };
}

test('one time of a class is called off: its court is free, the others keep their numbers, followers know', async () => {
  const { service, write, held } = await open();

  const { sportsClass } = await write('cancelClassTime', { notice: '雨天のため' });

  expect(sportsClass).toMatchObject({
    revision: 1,
    edition: 1,
    occurrences: [
      { startsAt: '2026-10-01T01:00:00.000Z' },
      { startsAt: '2026-11-17T01:00:00.000Z' },
    ],
    times: [
      { number: 1, cancelledAt: null },
      { number: 2, cancelledAt: '2026-10-05T01:00:00.000Z', notice: '雨天のため' },
      { number: 3, cancelledAt: null },
    ],
  });
  expect(await held()).toEqual([{ starts_at: '2026-11-17 00:00:00+00' }]);
  const { items } = await service.service.feed();
  expect(items.find(({ id }) => id === 'class')).toMatchObject({
    data: {
      occurrences: [{}, { startsAt: '2026-11-17T01:00:00.000Z' }],
      calledOff: [{ startsAt: '2026-11-10T01:00:00.000Z', at: '2026-10-05T01:00:00.000Z' }],
    },
  });
});

test('one time of a class moves behind the last with its court, and keeps its number', async () => {
  const { write, held } = await open();
  const to = { startsAt: '2026-11-24T14:00:00+09:00', endsAt: '2026-11-24T15:00:00+09:00' };

  const { sportsClass } = await write('changeClassTime', to);
  const last = await write('cancelClassTime', { number: 3, revision: 1 });

  expect(sportsClass).toMatchObject({
    endsAt: '2026-11-24T06:00:00.000Z',
    occurrences: [{}, { startsAt: '2026-11-17T01:00:00.000Z' }, {}],
    times: [
      { number: 1 },
      {
        number: 2,
        startsAt: '2026-11-24T05:00:00.000Z',
        formerStartsAt: '2026-11-10T01:00:00.000Z',
      },
      { number: 3, startsAt: '2026-11-17T01:00:00.000Z' },
    ],
  });
  expect(last.sportsClass.times[2].cancelledAt).not.toBeNull();
  expect(await held()).toEqual([{ starts_at: '2026-11-24 04:00:00+00' }]);
});

test.each([
  ['CourtSlotTaken', { ...at('2026-11-17') }],
  ['OutsideHours', { ...at('2026-11-11', '06:00', '08:00') }],
  ['NotInOrder', { ...at('2026-11-11', '12:00', '10:00') }],
  ['NotInOrder', { ...at('2026-10-02') }],
  ['AlreadyBegun', { number: 1 }],
  ['ClassTimeUnknown', { number: 9 }],
  ['ChangedMeanwhile', { revision: 1 }],
  ['RecordUnknown', { id: 'nothing' }],
])('%s refuses to move a time, and every court stays as it was', async (refusal, given) => {
  const { write, held } = await open();
  const before = await held();

  const answer = await write('changeClassTime', { ...at('2026-11-24'), ...given });

  expect(answer.__typename).toBe(refusal);
  expect(await held()).toEqual(before);
});

test('a time is called off once, and what is called off cannot be moved', async () => {
  const { write } = await open();
  await write('cancelClassTime', {});

  const twice = await write('cancelClassTime', { revision: 1 });
  const moved = await write('changeClassTime', { revision: 1, ...at('2026-11-24') });

  expect([twice.__typename, moved.__typename]).toEqual(['AlreadyCancelled', 'AlreadyCancelled']);
});
