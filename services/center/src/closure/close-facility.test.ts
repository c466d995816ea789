import { randomUUID } from 'node:crypto';

import type { Caller } from '@manabi/kit/context';
import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { aFacility } from '../facility/facility.builder.js';
import { center } from '../service.js';
import { aClosure } from './closure.builder.js';

const house = '132292-0001';
const desk: Caller = { role: 'department', client: 'kominkan-desk', scopes: ['facility.close'] };

const closing = `mutation ($input: CloseFacilityInput!) { closeFacility(input: $input) { __typename
  ... on FacilityClosed { closure { id revision reason { ja plain { text origin } } startsAt endsAt rooms { id }
    announcedAt provenance { department sample } } }
  ... on ClosedAlready { closure { id } why { ja } }
  ... on RoomsUnknown { roomIds whatToDo { ja } }
  ... on FacilityUnknown { code } ... on ClosureTimeWrong { why { ja } } } }`;

const reopening = `mutation ($input: ReopenFacilityInput!) { reopenFacility(input: $input) { __typename
  ... on FacilityReopened { closure { id revision liftedAt } }
  ... on ChangedMeanwhile { currentRevision changes { field verb } }
  ... on ClosureOver { why { ja } } ... on RecordUnknown { why { ja } } } }`;

async function aHouse() {
  const service = await openTestService(center);
  await service.plant(
    aFacility({
      code: house,
      departmentCode: 'kominkan',
      rooms: [{ id: 'r1', name: { ja: '和室' } }],
    }),
  );
  const close = (input: object = {}, caller = desk) =>
    service.ask(
      closing,
      {
        input: {
          facilityCode: house,
          startsAt: '2026-11-01T00:00:00+09:00',
          endsAt: '2026-11-08T00:00:00+09:00',
          notice: '工事のため',
          reason: '空調の改修',
          idempotencyKey: randomUUID(),
          ...input,
        },
      },
      caller,
    );
  const reopen = (input: object, caller = desk) =>
    service.ask(
      reopening,
      { input: { revision: 1, reason: '早期完了', idempotencyKey: randomUUID(), ...input } },
      caller,
    );
  return { service, close, reopen };
}

test('a department closes a house and says why in two kinds of Japanese; sent twice it is closed once', async () => {
  const { service, close } = await aHouse();
  const idempotencyKey = randomUUID();

  const first = await close({ idempotencyKey, noticePlain: '工事で 休みます。' });
  const again = await close({ idempotencyKey, noticePlain: '工事で 休みます。' });

  expect(first.errors).toEqual([]);
  expect(first.data.closeFacility).toMatchObject({
    __typename: 'FacilityClosed',
    closure: {
      revision: 1,
      reason: { ja: '工事のため', plain: { text: '工事で 休みます。', origin: 'HUMAN' } },
      rooms: [],
      provenance: { department: 'kominkan', sample: false },
    },
  });
  expect(again.data).toEqual(first.data);
  expect(await service.em().execute('select from closure')).toHaveLength(1);
});

test('what cannot be closed is refused, each with its reason', async () => {
  const { close } = await aHouse();
  const { data: standing } = await close({ roomIds: ['r1'] });

  const again = await close({
    roomIds: ['r1'],
    startsAt: '2026-11-07T00:00:00+09:00',
    endsAt: null,
  });
  const unknown = await close({ facilityCode: 'nowhere' });
  const roomless = await close({ roomIds: ['r1', 'of another house'] });
  const backwards = await close({ endsAt: '2026-10-01T00:00:00+09:00' });
  const after = await close({
    roomIds: ['r1'],
    startsAt: '2026-11-08T00:00:00+09:00',
    endsAt: null,
  });
  const wholeHouse = await close();

  expect(again.data.closeFacility).toMatchObject({
    __typename: 'ClosedAlready',
    closure: { id: standing.closeFacility.closure.id },
    why: { ja: '2026年11月1日 0:00からの休館と重なっています。' },
  });
  expect(unknown.data.closeFacility).toEqual({ __typename: 'FacilityUnknown', code: 'nowhere' });
  expect(roomless.data.closeFacility).toMatchObject({ __typename: 'RoomsUnknown' });
  expect(backwards.data.closeFacility).toMatchObject({ __typename: 'ClosureTimeWrong' });
  expect(after.data.closeFacility).toMatchObject({ __typename: 'FacilityClosed' });
  expect(wholeHouse.data.closeFacility).toMatchObject({ __typename: 'FacilityClosed' });
});

test('of ten who close one house at once one does, and the others read that it is closed', async () => {
  const { close } = await aHouse();

  const answers = await Promise.all(Array.from({ length: 10 }, () => close()));

  const told = answers.map(({ data }) => String(data.closeFacility.__typename)).toSorted();
  expect(told).toEqual([...Array(9).fill('ClosedAlready'), 'FacilityClosed']);
});

test('a closure is lifted once; who is late reads that somebody was quicker, or that it is over', async () => {
  const { service, close, reopen } = await aHouse();
  const { data } = await close();
  const { id } = data.closeFacility.closure;
  await service.plant(
    aClosure({
      id: 'past',
      facilityCode: house,
      startsAt: new Date('2026-09-01'),
      endsAt: new Date('2026-09-02'),
    }),
  );

  const lifted = await reopen({ id });
  const late = await reopen({ id });
  const later = await reopen({ id, revision: 2 });
  const past = await reopen({ id: 'past', revision: 0 });
  const unknown = await reopen({ id: 'nothing' });

  expect(lifted.data.reopenFacility).toEqual({
    __typename: 'FacilityReopened',
    closure: { id, revision: 2, liftedAt: '2026-10-05T01:00:00.000Z' },
  });
  expect(late.data.reopenFacility).toEqual({
    __typename: 'ChangedMeanwhile',
    currentRevision: 2,
    changes: [{ field: 'liftedAt', verb: 'reopenFacility' }],
  });
  expect(later.data.reopenFacility.__typename).toBe('ClosureOver');
  expect(past.data.reopenFacility.__typename).toBe('ClosureOver');
  expect(unknown.data.reopenFacility.__typename).toBe('RecordUnknown');
});

test('who may not close houses closes none', async () => {
  const { service, close } = await aHouse();

  const { errors } = await close({}, { ...desk, scopes: ['course.write'] });

  expect(errors[0]?.extensions['code']).toBe('FORBIDDEN');
  expect(await service.em().execute('select from closure')).toEqual([]);
});
