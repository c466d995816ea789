import { randomUUID } from 'node:crypto';

import type { Caller } from '@manabi/kit/context';
import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { aBranch } from '../branch/branch.builder.js';
import { library } from '../service.js';
import { aTitle } from '../title/title.builder.js';

const desk: Caller = { role: 'department', client: 'library-desk', scopes: ['library.write'] };
const publishText = `mutation ($input: PublishReferenceCaseInput!) { publishReferenceCase(input: $input) { __typename
  ... on ReferenceCasePublished { referenceCase { id revision question { ja } answeredOn sources { bibId } subjects { code } } }
  ... on TellsOfPerson { why { ja en { text } } whatToDo { ja } } ... on LibraryBranchUnknown { why { ja } } } }`;

const aCase = (given = {}) => ({
  idempotencyKey: randomUUID(),
  reason: '相談の多い質問',
  branchId: 'branch',
  question: '庭に来る鳥の名を知りたい。',
  answer: '図鑑の写真で確かめられます。',
  keywords: ['野鳥'],
  sourceIsbns: ['978-4-00-000001-7'],
  ndcs: ['48'],
  ...given,
});

test('a library publishes a case; it is found at once by its words and under its subject', async () => {
  const service = await openTestService(library);
  await service.plant(aBranch(), aTitle({ bibId: 'birds', isbn: '9784000000017' }));
  const input = aCase();

  const { data, errors } = await service.ask(publishText, { input }, desk);
  const again = await service.ask(publishText, { input }, desk);
  const found = await service.ask(
    '{ referenceCases(filter: { text: "ヤチョウ 鳥", ndc: "48" }) { edges { node { id } } } words: referenceCases(filter: { text: "野鳥" }) { edges { node { id } } } }',
  );

  const { referenceCase } = data.publishReferenceCase;
  expect(errors).toEqual([]);
  expect(referenceCase).toMatchObject({
    revision: 1,
    question: { ja: '庭に来る鳥の名を知りたい。' },
    answeredOn: '2026-10-05',
    sources: [{ bibId: 'birds' }],
    subjects: [{ code: '48' }],
  });
  expect(again.data).toEqual(data);
  expect(found.data.words.edges).toEqual([{ node: { id: referenceCase.id } }]);
});

test.each([
  ['it tells of a private person', { answer: '090-1234-5678 へ電話しました。' }, 'TellsOfPerson'],
  ['its keywords do', { keywords: ['山田花子様'] }, 'TellsOfPerson'],
  ['no branch has that id', { branchId: 'nobody' }, 'LibraryBranchUnknown'],
])('a case is refused when %s, and nothing of it is kept', async (_, given, refusal) => {
  const service = await openTestService(library);
  await service.plant(aBranch());

  const { data, errors } = await service.ask(publishText, { input: aCase(given) }, desk);

  expect(errors).toEqual([]);
  expect(data.publishReferenceCase).toMatchObject({ __typename: refusal, why: expect.anything() });
  expect(JSON.stringify(data)).not.toMatch(/5678|山田/);
  expect(await service.em().execute('select from reference_case')).toEqual([]);
  expect(await service.em().execute('select from record_change')).toEqual([]);
});

test('a case without a subject, or with what is no ISBN, is a broken request', async () => {
  const service = await openTestService(library);
  await service.plant(aBranch());

  const broken = await Promise.all(
    [{ ndcs: [] }, { sourceIsbns: ['4-00-000001-7'] }, { question: ' ' }].map((given) =>
      service.ask(publishText, { input: aCase(given) }, desk),
    ),
  );

  expect(broken.map(({ errors }) => errors[0]?.extensions['code'])).toEqual(
    broken.map(() => 'BAD_USER_INPUT'),
  );
});
