import { randomUUID } from 'node:crypto';

import type { Caller } from '@manabi/kit/context';
import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { aDepartment } from '../department/department.builder.js';
import { aTold, takeIn } from '../opportunity/told.builder.js';
import { center } from '../service.js';

const resident = (subject: string): Caller => ({ role: 'resident', subject, scopes: [] });
const desk: Caller = {
  role: 'department',
  client: 'library-desk',
  scopes: ['passport.read'],
  purpose: 'learning-support',
  basis: 'consent',
};

const keeping = `mutation ($input: KeepLearningRecordInput!) { keepLearningRecord(input: $input) { __typename
  ... on LearningRecordKept { record { id title department opportunity { id } } }
  ... on ConsentMissing { why { ja } } ... on LearnedWhat { whatToDo { ja } } } }`;
const sharing = `mutation ($input: SharePassportInput!) { sharePassport(input: $input) { __typename
  ... on PassportShared { passport { id readers { reader since } } } } }`;
const erasing = `mutation ($input: ErasePassportInput!) { erasePassport(input: $input) { __typename } }`;
const mine = `{ myPassport { id consentedAt learned { department { name { ja } } records minutes }
  records(first: 2) { edges { node { title learnedOn minutes note } } pageInfo { hasNextPage endCursor } } } }`;
const theirs = 'query ($id: ID!) { passport(id: $id) { records { edges { node { title } } } } }';

async function aCity() {
  const service = await openTestService(center);
  await service.plant(aDepartment());
  await takeIn(service.em(), [aTold('choir', { title: { ja: '混声合唱' } })]);
  const keep = (input: object = {}, caller = resident('aoi')) =>
    service.ask(
      keeping,
      {
        input: {
          consents: true,
          learnedOn: '2026-09-20',
          idempotencyKey: randomUUID(),
          ...input,
        },
      },
      caller,
    );
  const share = (mayRead: boolean, caller = resident('aoi')) =>
    service.ask(
      sharing,
      { input: { reader: 'library-desk', mayRead, idempotencyKey: randomUUID() } },
      caller,
    );
  const erase = (idempotencyKey: string = randomUUID(), caller = resident('aoi')) =>
    service.ask(erasing, { input: { idempotencyKey } }, caller);
  return { service, keep, share, erase };
}

test('a resident keeps what was learned with any department or elsewhere, and reads it latest first', async () => {
  const { service, keep } = await aCity();
  const idempotencyKey = randomUUID();

  const first = await keep({ opportunityId: 'choir', minutes: 120, idempotencyKey });
  await keep({ opportunityId: 'choir', minutes: 120, idempotencyKey });
  await keep({ title: '絵本の読み聞かせ', learnedOn: '2026-10-01', note: '楽しかった' });
  await keep({ title: '星の観察', learnedOn: '2025-07-07' });
  const { data, errors, queries } = await service.ask(mine, {}, resident('aoi'));
  const someoneElse = await service.ask(mine, {}, resident('ren'));

  expect(first.data.keepLearningRecord).toMatchObject({
    __typename: 'LearningRecordKept',
    record: { title: '混声合唱', department: 'kominkan', opportunity: { id: 'choir' } },
  });
  expect(errors).toEqual([]);
  expect(data.myPassport).toMatchObject({
    learned: [
      { department: null, records: 2, minutes: 0 },
      { department: { name: { ja: '公民館' } }, records: 1, minutes: 120 },
    ],
    records: {
      edges: [
        { node: { title: '絵本の読み聞かせ', learnedOn: '2026-10-01', note: '楽しかった' } },
        { node: { title: '混声合唱', learnedOn: '2026-09-20', minutes: 120 } },
      ],
      pageInfo: { hasNextPage: true },
    },
  });
  expect(queries).toBe(4);
  expect(someoneElse.data.myPassport).toBeNull();
});

test('nothing is kept without consent, of a day to come, without a word of what, or of who is no resident', async () => {
  const { service, keep } = await aCity();

  const answers = [
    await keep({ title: '星の観察', consents: false }),
    await keep({ title: '星の観察', learnedOn: '2026-10-06' }),
    await keep({ opportunityId: 'nothing' }),
    await keep({ title: '星の観察' }, desk),
  ];

  expect(answers.map(({ data }) => data.keepLearningRecord.__typename)).toEqual([
    'ConsentMissing',
    'LearnedTooSoon',
    'LearnedWhat',
    'ResidentsOnly',
  ]);
  expect(await service.em().execute('select from passport')).toEqual([]);
  const { errors } = await service.ask(mine);
  expect(errors[0]?.extensions['code']).toBe('UNAUTHENTICATED');
});

test('a department reads a passport only while its owner lets it, with scope, purpose and consent as basis', async () => {
  const { service, keep, share } = await aCity();
  await keep({ title: '星の観察' });
  const { data } = await service.ask(mine, {}, resident('aoi'));
  const { id } = data.myPassport;
  const read = (caller: Caller) => service.ask(theirs, { id }, caller);

  const before = await read(desk);
  const shared = await share(true);
  const during = await read(desk);
  const others = [
    await read({ ...desk, client: 'another-desk' }),
    await read({ ...desk, scopes: [] }),
    await read({ ...desk, purpose: 'statistics' }),
    await read({ ...desk, basis: 'duty' }),
    await read(resident('ren')),
  ];
  await share(false);
  const after = await read(desk);

  expect(shared.data.sharePassport).toMatchObject({
    passport: { readers: [{ reader: 'library-desk' }] },
  });
  expect(during.data.passport.records.edges).toEqual([{ node: { title: '星の観察' } }]);
  for (const { data: told } of [before, after, ...others]) expect(told.passport).toBeNull();
  expect(others.slice(1).map(({ errors }) => errors[0]?.extensions['code'])).toEqual(
    Array(4).fill('FORBIDDEN'),
  );
});

test('an owner takes everything along as a file', async () => {
  const { service, keep, share } = await aCity();
  await keep({ opportunityId: 'choir', minutes: 90, presented: true });
  await share(true);

  const { data } = await service.ask(
    '{ exportPassport { name mediaType content } }',
    {},
    resident('aoi'),
  );

  expect(data.exportPassport).toMatchObject({
    name: 'manabi-passport-2026-10-05.json',
    mediaType: 'application/json',
  });
  expect(JSON.parse(data.exportPassport.content)).toMatchObject({
    mayRead: [{ reader: 'library-desk' }],
    records: [
      {
        title: '混声合唱',
        learnedOn: '2026-09-20',
        minutes: 90,
        department: 'kominkan',
        opportunityId: 'choir',
        presented: true,
      },
    ],
  });
});

test('what is erased is in no row of any table and was never in a feed', async () => {
  const { service, keep, share, erase } = await aCity();
  const word = 'ほかにない題名';
  const kept = await keep({ title: word, note: word });
  await keep({ title: '隣の人の記録' }, resident('ren'));
  await share(true);
  const { data } = await service.ask(mine, {}, resident('aoi'));
  const traces = [word, data.myPassport.id, kept.data.keepLearningRecord.record.id];

  const before = await rowsWith(service.em(), traces);
  const idempotencyKey = randomUUID();
  const erased = await erase(idempotencyKey);
  const again = await erase(idempotencyKey);
  const late = await erase();

  expect(before.length).toBeGreaterThan(3);
  expect(erased.data.erasePassport.__typename).toBe('PassportErased');
  expect(again.data).toEqual(erased.data);
  expect(late.data.erasePassport.__typename).toBe('PassportMissing');
  expect(await rowsWith(service.em(), traces)).toEqual([]);
  expect((await service.ask(mine, {}, resident('aoi'))).data.myPassport).toBeNull();
  expect((await service.ask(mine, {}, resident('ren'))).data.myPassport).not.toBeNull();
  const { items } = await service.service.feed();
  expect(JSON.stringify(items)).not.toMatch(new RegExp(traces.join('|')));
  expect(items.map(({ kind }) => kind)).not.toContain('LearningRecord');
});

type Manager = Awaited<ReturnType<typeof aCity>>['service'] extends { em(): infer Em } ? Em : never;

/** Tables of the whole database that hold one of these texts anywhere in a row. */
async function rowsWith(em: Manager, texts: readonly string[]): Promise<string[]> {
  const tables = await em.execute<{ name: string }[]>(
    `select c.oid::regclass::text as name from pg_class c
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`,
  );
  const holding: string[] = [];
  for (const { name } of tables) {
    const rows = await em.execute(
      `select from ${name} t where to_jsonb(t)::text like any(array[?]::text[])`,
      [texts.map((each) => `%${each}%`)],
    );
    holding.push(...rows.map(() => name));
  }
  return holding;
}
