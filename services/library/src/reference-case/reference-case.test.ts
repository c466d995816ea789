import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { aBranch } from '../branch/branch.builder.js';
import { library } from '../service.js';
import { aTitle } from '../title/title.builder.js';
import { aReferenceCase } from './reference-case.builder.js';

const care = () =>
  aReferenceCase({
    id: 'care',
    question: { ja: '介護の本を知りたい。', kana: 'カイゴノホンヲシリタイ' },
    answer: { ja: '二冊あります。' },
    keywords: ['家族介護'],
    answeredOn: '2026-09-01',
    branchId: 'branch',
    sourceIsbns: ['9784000000017', '9784000000024'],
    subjectKeys: [
      { scheme: 'NDC', code: '369.26' },
      { scheme: 'NDC', code: '49' },
    ],
  });

const numbered = (id: string, code: string, answeredOn?: string) =>
  aReferenceCase({
    id,
    question: { ja: `質問${id}` },
    subjectKeys: [{ scheme: 'NDC', code }],
    ...(answeredOn && { answeredOn }),
  });

test('a case answers with its sources, subjects and branch; 100 references cost three queries', async () => {
  const service = await openTestService(library);
  await service.plant(
    aBranch(),
    aTitle({ bibId: 'a', isbn: '9784000000017', title: { ja: '介護のはじめ' } }),
    care(),
  );

  const { data, errors, queries } = await service.ask(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ReferenceCase {
      id question { ja } answer { ja } keywords answeredOn subjects { scheme code }
      sources { title { ja } } branch { id } } } }`,
    {
      of: Array.from({ length: 100 }, (_, at) => ({
        __typename: 'ReferenceCase',
        id: at === 7 ? 'care' : `nobody-${at}`,
      })),
    },
  );

  expect(errors).toEqual([]);
  expect(data._entities[7]).toEqual({
    id: 'care',
    question: { ja: '介護の本を知りたい。' },
    answer: { ja: '二冊あります。' },
    keywords: ['家族介護'],
    answeredOn: '2026-09-01',
    subjects: [
      { scheme: 'NDC', code: '369.26' },
      { scheme: 'NDC', code: '49' },
    ],
    sources: [{ title: { ja: '介護のはじめ' } }],
    branch: { id: 'branch' },
  });
  expect(data._entities[8]).toBeNull();
  expect(queries).toBe(3);
});

test('the cases of 100 subjects cost one query, newest first and page by page, and other schemes have none', async () => {
  const service = await openTestService(library);
  await service.plant(
    aBranch(),
    care(),
    numbered('old', '36', '2020-01-01'),
    numbered('new', '367', '2026-10-01'),
    numbered('undated', '36'),
    numbered('other', '91', '2026-10-01'),
    Object.assign(numbered('gone', '36', '2026-10-02'), { withdrawnAt: new Date() }),
  );
  const ask = (after: string | null) =>
    service.ask(
      `query ($of: [_Any!]!, $after: String) { _entities(representations: $of) { ... on Subject { scheme code
        referenceCases(first: 2, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } } } }`,
      {
        of: [
          { __typename: 'Subject', scheme: 'NDC', code: '36' },
          { __typename: 'Subject', scheme: 'MEXT', code: '36' },
          ...Array.from({ length: 98 }, (_, at) => ({
            __typename: 'Subject',
            scheme: 'NDC',
            code: String(800 + at),
          })),
        ],
        after,
      },
    );

  const first = await ask(null);
  const cases = first.data._entities[0].referenceCases;
  const second = await ask(cases.pageInfo.endCursor);

  const idsIn = ({ edges }: { edges: { node: { id: string } }[] }) => edges.map((e) => e.node.id);
  expect([...first.errors, ...second.errors]).toEqual([]);
  expect(idsIn(cases)).toEqual(['new', 'care']);
  expect(idsIn(second.data._entities[0].referenceCases)).toEqual(['old', 'undated']);
  expect(second.data._entities[0].referenceCases.pageInfo.hasNextPage).toBe(false);
  expect(idsIn(first.data._entities[1].referenceCases)).toEqual([]);
  expect(first.queries).toBe(1);
});

test.each([
  ['text: "かいご"', ['care']],
  ['text: "家族　カイゴ"', ['care']],
  ['text: "介護 俳句"', []],
  ['ndc: "36"', ['new', 'care']],
  ['ndc: "369.2", branchId: "branch"', ['care']],
  ['branchId: "elsewhere"', []],
])('cases are found by %s', async (filter, ids) => {
  const service = await openTestService(library);
  await service.plant(aBranch(), care(), numbered('new', '367', '2026-10-01'));

  const { data, errors, queries } = await service.ask(
    `{ referenceCases(filter: { ${filter} }) { edges { node { id } } } }`,
  );

  expect(errors).toEqual([]);
  expect(data.referenceCases.edges.map((e: { node: { id: string } }) => e.node.id)).toEqual(ids);
  expect(queries).toBe(1);
});

test('what is no NDC number, no word or no cursor is refused with what to give instead', async () => {
  const service = await openTestService(library);

  const beyond = Buffer.from('[9999999999,"x"]').toString('base64url');
  const given = ['filter: {ndc: "K36"}', 'filter: {text: "、"}', 'after: "x"', 'first: 0'];
  const refused = await Promise.all(
    [...given, `after: "${beyond}"`].map((words) =>
      service.ask(`{ referenceCases(${words}) { edges { cursor } } }`),
    ),
  );

  expect(refused.map(({ errors }) => errors[0]?.extensions['code'])).toEqual(
    refused.map(() => 'BAD_USER_INPUT'),
  );
});

test('the questions that 100 titles helped to answer cost one query', async () => {
  const service = await openTestService(library);
  await service.plant(aBranch(), aTitle({ bibId: 'a', isbn: '9784000000017' }), care());
  await service.plant(aTitle({ bibId: 'daisy' }), aTitle({ bibId: 'b', isbn: '9784000000031' }));

  const { data, errors, queries } = await service.ask(
    `{ titles { edges { node { bibId citedIn { id } } } } }`,
  );

  expect(errors).toEqual([]);
  expect(data.titles.edges.map((e: { node: unknown }) => e.node)).toEqual([
    { bibId: 'a', citedIn: [{ id: 'care' }] },
    { bibId: 'b', citedIn: [] },
    { bibId: 'daisy', citedIn: [] },
  ]);
  expect(queries).toBe(2);
});

test('a case is told to followers; withdrawn it is told as such, removed as deleted', async () => {
  const service = await openTestService(library);
  await service.plant(aBranch(), care());

  const first = await service.service.feed();
  await service.em().execute('update reference_case set withdrawn_at = now()');
  const second = await service.service.feed(first.next);
  await service.em().execute('delete from reference_case');
  const third = await service.service.feed(second.next);

  expect(first.items).toMatchObject([
    { kind: 'ReferenceCase', state: 'updated', data: { title: { ja: '介護の本を知りたい。' } } },
  ]);
  expect(second.items).toMatchObject([
    { state: 'updated', data: { withdrawnAt: expect.any(String) } },
  ]);
  expect(third.items).toMatchObject([{ id: 'care', state: 'deleted' }]);
  expect(await service.em().execute('select from record_ndc')).toEqual([]);
});
