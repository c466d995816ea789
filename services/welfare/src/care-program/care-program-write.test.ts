import { randomUUID } from 'node:crypto';

import type { Caller } from '@manabi/kit/context';
import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { aChildcareSession } from '../childcare/childcare.builder.js';
import { welfare } from '../service.js';
import { aCareProgram } from './care-program.builder.js';

const nursery: Caller = { role: 'department', client: 'nursery-desk', scopes: ['care.write'] };
const time = (day: string, from = '10:00', to = '12:00') => ({
  startsAt: `2026-10-${day}T${from}:00+09:00`,
  endsAt: `2026-10-${day}T${to}:00+09:00`,
});

const answers = `{ __typename
  ... on CareProgramWritten { careProgram { id title { ja } startsAt endsAt cancelledAt seats { capacity left } revision
    provenance { department asOf sample } occurrences { startsAt } } }
  ... on Refusal { why { ja } whatToDo { ja } }
  ... on ChangedMeanwhile { currentRevision changes { field verb } } }`.replace(
  '... on Refusal { why { ja } whatToDo { ja } }',
  '... on TimesImpossible { why { ja } } ... on NoLongerHeld { why { ja } } ... on RecordUnknown { why { ja } }',
);

async function openNursery() {
  const service = await openTestService(welfare);
  const write = async (verb: string, input: object, caller: Caller | undefined = nursery) => {
    const type = `${verb[0]?.toUpperCase()}${verb.slice(1)}Input`;
    const { data, errors } = await service.ask(
      `mutation ($input: ${type}!) { ${verb}(input: $input) ${answers} }`,
      { input: { idempotencyKey: randomUUID(), reason: '園の行事', ...input } },
      caller,
    );
    return { told: data?.[verb], errors };
  };
  return { service, write };
}

const openDay = {
  title: '園庭であそぼう',
  kana: 'エンテイデアソボウ',
  kind: 'NURSERY_OPEN_DAY',
  department: 'nursery',
  audiences: ['PARENT_CHILD'],
  venueCode: '132292-0631',
  times: [time('20'), time('13')],
  capacity: 10,
  method: 'FIRST_COME',
  applyClosesAt: '2026-10-12T00:00:00+09:00',
};

test('a programme that is published is there with its times in order, for everybody and in the feed', async () => {
  const { service, write } = await openNursery();
  const idempotencyKey = randomUUID();

  const { told, errors } = await write('publishCareProgram', { ...openDay, idempotencyKey });
  const again = await write('publishCareProgram', { ...openDay, idempotencyKey });
  const { items } = await service.service.feed();

  expect(errors).toEqual([]);
  expect(told).toMatchObject({
    __typename: 'CareProgramWritten',
    careProgram: {
      title: { ja: '園庭であそぼう' },
      startsAt: '2026-10-13T01:00:00.000Z',
      endsAt: '2026-10-20T03:00:00.000Z',
      // Of ten places, no higher step leaves ten numbers of people open.
      seats: { capacity: 10, left: 1 },
      revision: 1,
      provenance: { department: 'nursery', asOf: '2026-10-05T01:00:00.000Z', sample: false },
    },
  });
  expect(again.told).toEqual(told);
  expect(items.filter(({ kind }) => kind === 'CareProgram')).toHaveLength(1);
});

test.each([
  ['a time ends before it begins', { times: [time('20', '12:00', '10:00')] }],
  ['a time lies in the past', { times: [time('01')] }],
  ['one could still apply after it', { applyClosesAt: '2026-10-14T00:00:00+09:00' }],
])('a programme of which %s is refused with the reason', async (_, wrong) => {
  const { service, write } = await openNursery();

  const { told } = await write('publishCareProgram', { ...openDay, ...wrong });

  expect(told).toMatchObject({
    __typename: 'TimesImpossible',
    why: { ja: expect.stringContaining('日時') },
  });
  expect(await service.em().execute('select id from care_program')).toEqual([]);
});

test('who has no permission writes nothing', async () => {
  const { write } = await openNursery();
  const others: Caller = { role: 'department', scopes: ['consultation.refer'] };

  const nobody = await write('publishCareProgram', openDay, { role: 'anonymous', scopes: [] });
  const another = await write('publishCareProgram', openDay, others);

  expect(nobody.errors[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  expect(another.errors[0]?.extensions['code']).toBe('FORBIDDEN');
});

test('of two editors the slower is told what the quicker changed', async () => {
  const { write } = await openNursery();
  const { told } = await write('publishCareProgram', openDay);
  const { id } = told.careProgram;

  const quick = await write('changeCareProgram', { id, revision: 1, capacity: 12 });
  const slow = await write('changeCareProgram', { id, revision: 1, summary: '雨の日は中で' });
  const wrong = await write('changeCareProgram', { id, revision: 2, times: [time('01')] });

  expect(quick.told.careProgram).toMatchObject({ seats: { capacity: 12 }, revision: 2 });
  expect(slow.told).toMatchObject({ __typename: 'ChangedMeanwhile', currentRevision: 2 });
  expect(slow.told.changes).toContainEqual({ field: 'capacity', verb: 'changeCareProgram' });
  expect(wrong.told.__typename).toBe('TimesImpossible');
});

test('a programme is cancelled once, with the childcare at it', async () => {
  const { service, write } = await openNursery();
  await service.plant(
    aCareProgram({ id: 'art', endsAt: new Date('2026-10-20T12:00:00+09:00') }),
    aChildcareSession({ opportunityId: 'art' }),
  );

  const done = await write('cancelCareProgram', { id: 'art', revision: 0 });
  const again = await write('cancelCareProgram', { id: 'art', revision: 1 });
  const unknown = await write('cancelCareProgram', { id: 'nothing', revision: 0 });

  expect(done.told.careProgram.cancelledAt).toBe('2026-10-05T01:00:00.000Z');
  expect(again.told.__typename).toBe('NoLongerHeld');
  expect(unknown.told.__typename).toBe('RecordUnknown');
  expect(
    await service
      .em()
      .execute('select cancelled_with from childcare_session where cancelled_at is not null'),
  ).toEqual([{ cancelled_with: true }]);
});

test('places left at childcare are stated, never more than there are, and not of what is over', async () => {
  const { service } = await openNursery();
  await service.plant(
    aChildcareSession({ places: 6, placesLeft: 3 }),
    aChildcareSession({
      id: 'over',
      endsAt: new Date('2026-10-01T12:00:00+09:00'),
      startsAt: new Date('2026-10-01T10:00:00+09:00'),
    }),
  );
  const state = async (input: object) => {
    const { data } = await service.ask(
      `mutation ($input: StateChildcarePlacesInput!) { stateChildcarePlaces(input: $input) { __typename
        ... on ChildcarePlacesStated { childcareSession { placesLeft revision } } ... on MoreThanThereAre { places } } }`,
      {
        input: {
          idempotencyKey: randomUUID(),
          reason: '申込み',
          id: 'childcare',
          revision: 0,
          ...input,
        },
      },
      nursery,
    );
    return data.stateChildcarePlaces;
  };

  expect(await state({ placesLeft: 7 })).toEqual({ __typename: 'MoreThanThereAre', places: 6 });
  expect(await state({ id: 'over', placesLeft: 1 })).toEqual({ __typename: 'NoLongerHeld' });
  expect(await state({ placesLeft: 1 })).toMatchObject({
    childcareSession: { placesLeft: 1, revision: 1 },
  });
  expect(await state({ placesLeft: 0 })).toEqual({ __typename: 'ChangedMeanwhile' });
});
