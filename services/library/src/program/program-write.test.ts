import { randomUUID } from 'node:crypto';

import type { Caller } from '@manabi/kit/context';
import { type TestService, openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { aBranch } from '../branch/branch.builder.js';
import { library } from '../service.js';
import { aProgram } from './program.builder.js';

const desk: Caller = { role: 'department', client: 'library-desk', scopes: ['library.write'] };
const other: Caller = { role: 'department', client: 'other', scopes: ['talent.contact'] };

const refusals = `... on RecordUnknown { __typename } ... on LibraryProgramAlreadyCancelled { __typename whatToDo { ja } }
  ... on ChangedMeanwhile { __typename currentRevision changes { field verb } }`;
const publishText = `mutation ($input: PublishLibraryProgramInput!) { publishLibraryProgram(input: $input) { __typename
  ... on LibraryProgramPublished { libraryProgram { id revision title { ja kana } kind startsAt endsAt venue { code }
    subjects { code } occurrences { startsAt } seats { capacity } provenance { department sample stale } } }
  ... on ProgramTimesImpossible { why { ja en { text } } } ... on LibraryBranchUnknown { why { ja } } } }`;
const rescheduleText = `mutation ($input: RescheduleLibraryProgramInput!) { rescheduleLibraryProgram(input: $input) { __typename
  ... on LibraryProgramRescheduled { libraryProgram { revision startsAt endsAt occurrences { startsAt } } }
  ... on ProgramTimesImpossible { why { en { text } } } ${refusals} } }`;
const cancelText = `mutation ($input: CancelLibraryProgramInput!) { cancelLibraryProgram(input: $input) { __typename
  ... on LibraryProgramCancelled { libraryProgram { id revision cancelledAt } } ${refusals} } }`;

const times = [
  { startsAt: '2026-11-08T10:00:00+09:00', endsAt: '2026-11-08T11:00:00+09:00' },
  { startsAt: '2026-11-01T10:00:00+09:00', endsAt: '2026-11-01T11:30:00+09:00' },
];
const storytime = (given = {}) => ({
  idempotencyKey: randomUUID(),
  reason: '秋の行事',
  branchId: 'branch',
  title: '秋のおはなし会',
  titleKana: 'アキノオハナシカイ',
  kind: 'STORYTIME',
  times,
  capacity: 20,
  ndcs: ['01'],
  ...given,
});
const change = (revision: number, given = {}) => ({
  idempotencyKey: randomUUID(),
  reason: '講師の都合',
  id: 'program',
  revision,
  ...given,
});

async function opened(): Promise<TestService> {
  const service = await openTestService(library);
  await service.plant(
    aBranch(),
    aProgram({ provenance: { department: 'library', sample: true, dataset: 'sample' } }),
  );
  return service;
}

test('a branch publishes an event in its own house, once however often it is sent, and followers learn of it', async () => {
  const service = await opened();
  const before = await service.service.feed();
  const input = storytime();

  const first = await service.ask(publishText, { input }, desk);
  const again = await service.ask(publishText, { input }, desk);
  const { items } = await service.service.feed(before.next);

  const { libraryProgram } = first.data.publishLibraryProgram;
  expect([...first.errors, ...again.errors]).toEqual([]);
  expect(libraryProgram).toEqual({
    id: expect.stringMatching(/^[a-z2-7]{16}$/),
    revision: 1,
    title: { ja: '秋のおはなし会', kana: 'アキノオハナシカイ' },
    kind: 'STORYTIME',
    startsAt: '2026-11-01T01:00:00.000Z',
    endsAt: '2026-11-08T02:00:00.000Z',
    venue: { code: 'facility-of-branch' },
    subjects: [{ code: '01' }],
    occurrences: [
      { startsAt: '2026-11-01T01:00:00.000Z' },
      { startsAt: '2026-11-08T01:00:00.000Z' },
    ],
    seats: { capacity: 20 },
    provenance: { department: 'library', sample: false, stale: false },
  });
  expect(again.data).toEqual(first.data);
  expect(items).toMatchObject([
    { kind: 'LibraryProgram', id: libraryProgram.id, state: 'updated' },
  ]);
});

test.each([
  ['no branch has that id', { branchId: 'nobody' }, 'LibraryBranchUnknown'],
  ['there is no time', { times: [] }, 'ProgramTimesImpossible'],
  [
    'a time ends before it starts',
    { times: [{ startsAt: times[0]!.endsAt, endsAt: times[0]!.startsAt }] },
    'ProgramTimesImpossible',
  ],
  ['all is over', { times: [{ startsAt: '2026-10-01T10:00:00+09:00' }] }, 'ProgramTimesImpossible'],
])('nothing is published when %s', async (_, given, refusal) => {
  const service = await opened();

  const { data, errors } = await service.ask(publishText, { input: storytime(given) }, desk);

  expect(errors).toEqual([]);
  expect(data.publishLibraryProgram).toMatchObject({
    __typename: refusal,
    why: { ja: expect.any(String) },
  });
  expect(await service.em().execute('select from library_program')).toHaveLength(1);
});

test('a broken request is told what is expected, and who lacks the scope writes nothing', async () => {
  const service = await opened();

  const broken = await service.ask(publishText, { input: storytime({ ndcs: ['K9'] }) }, desk);
  const forbidden = await service.ask(publishText, { input: storytime() }, other);
  const anonymous = await service.ask(publishText, { input: storytime() });

  const codes = [broken, forbidden, anonymous].map(({ errors }) => errors[0]?.extensions['code']);
  expect(codes).toEqual(['BAD_USER_INPUT', 'FORBIDDEN', 'UNAUTHENTICATED']);
  expect(await service.em().execute('select from library_program')).toHaveLength(1);
});

test('an event gets new times, unless somebody changed it meanwhile or the times cannot be', async () => {
  const service = await opened();

  const moved = await service.ask(rescheduleText, { input: change(0, { times }) }, desk);
  const late = await service.ask(rescheduleText, { input: change(0, { times }) }, desk);
  const never = await service.ask(rescheduleText, { input: change(1, { times: [] }) }, desk);

  expect(moved.data.rescheduleLibraryProgram).toEqual({
    __typename: 'LibraryProgramRescheduled',
    libraryProgram: {
      revision: 1,
      startsAt: '2026-11-01T01:00:00.000Z',
      endsAt: '2026-11-08T02:00:00.000Z',
      occurrences: [
        { startsAt: '2026-11-01T01:00:00.000Z' },
        { startsAt: '2026-11-08T01:00:00.000Z' },
      ],
    },
  });
  expect(late.data.rescheduleLibraryProgram).toMatchObject({
    __typename: 'ChangedMeanwhile',
    currentRevision: 1,
    changes: expect.arrayContaining([{ field: 'startsAt', verb: 'rescheduleLibraryProgram' }]),
  });
  expect(never.data.rescheduleLibraryProgram.__typename).toBe('ProgramTimesImpossible');
});

test('a cancelled event keeps answering as cancelled, is told to followers, and is cancelled and moved no more', async () => {
  const service = await opened();
  const before = await service.service.feed();

  const cancelled = await service.ask(cancelText, { input: change(0) }, desk);
  const { items } = await service.service.feed(before.next);
  const again = await service.ask(cancelText, { input: change(1) }, desk);
  const moved = await service.ask(rescheduleText, { input: change(1, { times }) }, desk);
  const unknown = await service.ask(cancelText, { input: change(0, { id: 'nobody' }) }, desk);

  const cancelledAt = '2026-10-05T01:00:00.000Z';
  expect(cancelled.data.cancelLibraryProgram).toEqual({
    __typename: 'LibraryProgramCancelled',
    libraryProgram: { id: 'program', revision: 1, cancelledAt },
  });
  expect(items).toMatchObject([{ id: 'program', data: { cancelledAt } }]);
  expect(again.data.cancelLibraryProgram.__typename).toBe('LibraryProgramAlreadyCancelled');
  expect(moved.data.rescheduleLibraryProgram.__typename).toBe('LibraryProgramAlreadyCancelled');
  expect(unknown.data.cancelLibraryProgram).toEqual({ __typename: 'RecordUnknown' });
});

test('what a department said of a sample event is its own word: no sample writes over it', async () => {
  const service = await opened();

  await service.ask(cancelText, { input: change(0) }, desk);

  const [row] = await service
    .em()
    .execute(`select provenance ->> 'dataset' as dataset from library_program`);
  expect(row).toEqual({ dataset: null });
});

test('of two who cancel at once one does, and the other is told what changed', async () => {
  const service = await opened();

  const answers = await Promise.all(
    [1, 2].map(() => service.ask(cancelText, { input: change(0) }, desk)),
  );

  const names: string[] = answers.map(({ data }) => data.cancelLibraryProgram.__typename);
  expect(names.toSorted()).toEqual(['ChangedMeanwhile', 'LibraryProgramCancelled']);
});
