import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { aBranch } from '../branch/branch.builder.js';
import { aHolding } from '../holding/holding.builder.js';
import { HoldingStatus } from '../holding/holding.entity.js';
import { library } from '../service.js';
import { aTitle } from './title.builder.js';
import { Title, TitleFormat } from './title.entity.js';
import { keepTitles } from './title.repository.js';

const referred = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Title { bibId isbn } } }`;

test('a title is known by its ISBN and by its bibliographic id', async () => {
  const service = await openTestService(library);
  await service.plant(aTitle({ bibId: 'a', isbn: '9784000000017' }), aTitle({ bibId: 'b' }));

  const { data, errors, queries } = await service.ask(referred, {
    of: [
      { __typename: 'Title', isbn: '9784000000017' },
      { __typename: 'Title', bibId: 'b' },
      { __typename: 'Title', bibId: 'a' },
      { __typename: 'Title', isbn: '9784999999999' },
    ],
  });

  expect(errors).toEqual([]);
  expect(data._entities).toEqual([
    { bibId: 'a', isbn: '9784000000017' },
    { bibId: 'b', isbn: null },
    { bibId: 'a', isbn: '9784000000017' },
    null,
  ]);
  expect(queries).toBe(2);
});

test('references to 100 titles cost one query, their copies one and their availability one', async () => {
  const service = await openTestService(library);
  const ids = Array.from({ length: 100 }, (_, at) => `t${at}`);
  await keepTitles(
    service.em(),
    ids.map((bibId) => aTitle({ bibId })),
  );
  await service.plant(aBranch(), aHolding({ bibId: 't7', callNumber: '913.6' }));

  const { data, queries } = await service.ask(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Title {
      bibId holdings { callNumber branch { name { ja } } title { bibId } } availability { answer copies onShelf }
    } } }`,
    { of: ids.map((bibId) => ({ __typename: 'Title', bibId })) },
  );

  expect(data._entities[7]).toEqual({
    bibId: 't7',
    holdings: [{ callNumber: '913.6', branch: { name: { ja: '図書館' } }, title: { bibId: 't7' } }],
    availability: { answer: 'YES', copies: 1, onShelf: 1 },
  });
  expect(data._entities[8].availability).toEqual({ answer: 'UNKNOWN', copies: 0, onShelf: 0 });
  expect(queries).toBe(4);
});

test('silence about a copy is not a no, and the oldest check is told', async () => {
  const service = await openTestService(library);
  const [early, late] = ['2026-10-04T09:00:00Z', '2026-10-05T00:00:00Z'];
  const copy = (bibId: string, id: string, status: HoldingStatus) =>
    aHolding({ id, bibId, status, checkedAt: new Date(id.endsWith('1') ? early : late) });
  await service.plant(
    aBranch(),
    aTitle({ bibId: 'lent' }),
    aTitle({ bibId: 'silent' }),
    copy('lent', 'l1', HoldingStatus.LENT),
    copy('lent', 'l2', HoldingStatus.RESERVED),
    copy('silent', 's1', HoldingStatus.LENT),
    copy('silent', 's2', HoldingStatus.UNKNOWN),
  );

  const { data, errors } = await service.ask(
    `{ lent: title(by: {bibId: "lent"}) { availability { answer checkedAt } holdings { checkedAt } }
       silent: title(by: {bibId: "silent"}) { availability { answer } } }`,
  );

  expect(errors).toEqual([]);
  expect(data.lent.availability).toEqual({ answer: 'NO', checkedAt: '2026-10-04T09:00:00.000Z' });
  expect(data.lent.holdings[1]).toEqual({ checkedAt: '2026-10-05T00:00:00.000Z' });
  expect(data.silent.availability).toEqual({ answer: 'UNKNOWN' });
});

test('a title is asked for by exactly one key', async () => {
  const service = await openTestService(library);

  const none = await service.ask('{ title(by: {}) { bibId } }');
  const both = await service.ask('{ title(by: {bibId: "a", isbn: "b"}) { bibId } }');
  const unknown = await service.ask('{ title(by: {isbn: "978-4-00-000001-7"}) { bibId } }');

  expect(none.errors[0]?.message).toMatch(/exactly one/i);
  expect(both.errors[0]?.message).toMatch(/exactly one/i);
  expect(unknown).toMatchObject({ data: { title: null }, errors: [] });
});

const library3 = () => [
  aTitle({
    bibId: 'old',
    title: { ja: 'やさしい介護', kana: 'ヤサシイカイゴ' },
    author: { ja: '髙橋 花', kana: 'タカハシ ハナ' },
    year: 1999,
    subjectKeys: [{ scheme: 'NDC', code: '369.26' }],
  }),
  aTitle({
    bibId: 'new',
    title: { ja: 'ビールの本' },
    year: 2020,
    format: TitleFormat.DAISY,
    subjectKeys: [
      { scheme: 'NDC', code: '588' },
      { scheme: 'NDC', code: '369' },
    ],
  }),
  aTitle({ bibId: 'undated', title: { ja: '茶' }, subjectKeys: [{ scheme: 'NDC', code: '79' }] }),
];

test.each([
  [{ text: 'カイゴ' }, ['old']],
  [{ text: '高橋' }, ['old']],
  [{ text: '茶' }, ['undated']],
  [{ text: 'ﾋﾞｰﾙ' }, ['new']],
  [{ text: 'やさしい　高橋' }, ['old']],
  [{ text: 'やさしい ビール' }, []],
  [{ ndc: '369' }, ['new', 'old']],
  [{ ndc: '369.2' }, ['old']],
  [{ ndc: '3', format: 'DAISY' }, ['new']],
  [{}, ['new', 'old', 'undated']],
])('titles are found by %o', async (filter, expected) => {
  const service = await openTestService(library);
  await service.plant(...library3());

  const { data, errors, queries } = await service.ask(
    'query ($filter: TitleFilter) { titles(filter: $filter) { edges { node { bibId } } } }',
    { filter },
  );

  expect(errors).toEqual([]);
  expect(data.titles.edges.map((edge: { node: { bibId: string } }) => edge.node.bibId)).toEqual(
    expected,
  );
  expect(queries).toBe(1);
});

test('a list of titles is read on from its cursor, and a search without a word is refused', async () => {
  const service = await openTestService(library);
  await service.plant(...library3());
  const page = `query ($after: String) { titles(first: 2, after: $after) {
    edges { node { bibId } } pageInfo { hasNextPage endCursor } } }`;

  const first = await service.ask(page);
  const second = await service.ask(page, { after: first.data.titles.pageInfo.endCursor });
  const wordless = await service.ask(
    '{ titles(filter: {text: "！％"}) { pageInfo { hasNextPage } } }',
  );
  const endless = await service.ask(
    'query ($text: String) { titles(filter: { text: $text }) { pageInfo { hasNextPage } } }',
    { text: '本'.repeat(201) },
  );
  const notNdc = await service.ask('{ titles(filter: {ndc: "猫"}) { pageInfo { hasNextPage } } }');

  expect(first.data.titles.pageInfo.hasNextPage).toBe(true);
  expect(second.data.titles).toMatchObject({
    edges: [{ node: { bibId: 'undated' } }],
    pageInfo: { hasNextPage: false },
  });
  expect(wordless.errors[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  expect(endless.errors[0]?.message).toContain('201 characters');
  expect(notNdc.errors[0]?.extensions['code']).toBe('BAD_USER_INPUT');
});

test('the titles of many subjects cost one query, and each page is read on by itself', async () => {
  const service = await openTestService(library);
  await service.plant(...library3());
  const ask = `query ($of: [_Any!]!, $after: String) { _entities(representations: $of) { ... on Subject {
    titles(first: 1, after: $after) { edges { node { bibId } } pageInfo { hasNextPage endCursor } } } } }`;
  const of = ['36', '58', '01'].map((code) => ({ __typename: 'Subject', scheme: 'NDC', code }));

  const first = await service.ask(ask, {
    of: [...of, { __typename: 'Subject', scheme: 'MEXT', code: '1' }],
  });
  const [care] = first.data._entities;
  const second = await service.ask(ask, { of, after: care.titles.pageInfo.endCursor });

  expect(first.errors).toEqual([]);
  expect(first.queries).toBe(1);
  expect(
    first.data._entities.map(({ titles }: { titles: { edges: unknown[] } }) => titles.edges),
  ).toEqual([[{ node: { bibId: 'new' } }], [{ node: { bibId: 'new' } }], [], []]);
  expect(care.titles.pageInfo.hasNextPage).toBe(true);
  expect(second.data._entities[0].titles.edges).toEqual([{ node: { bibId: 'old' } }]);
});

test('a title whose subjects change is found under the new ones only', async () => {
  const service = await openTestService(library);
  await keepTitles(service.em(), library3());
  await keepTitles(service.em(), [
    aTitle({ bibId: 'old', subjectKeys: [{ scheme: 'NDC', code: '596' }] }),
  ]);

  const { data } = await service.ask(
    `{ care: titles(filter: {ndc: "369.26"}) { edges { node { bibId } } }
       food: titles(filter: {ndc: "59"}) { edges { node { bibId } } } }`,
  );

  expect(data.care.edges).toEqual([]);
  expect(data.food.edges).toEqual([{ node: { bibId: 'old' } }]);
});

test('a title that the library withdrew is in no list and no search, and still answers to its key', async () => {
  const service = await openTestService(library);
  const withdrawnAt = new Date('2026-09-30T09:00:00+09:00');
  await service.plant(...library3());
  await service.em().nativeUpdate(Title, { bibId: 'old' }, { withdrawnAt });

  const { data, errors } = await service.ask(
    `query ($of: [_Any!]!) {
      titles { edges { node { bibId } } }
      care: titles(filter: {ndc: "369"}) { edges { node { bibId } } }
      title(by: {bibId: "old"}) { withdrawnAt }
      _entities(representations: $of) { ... on Subject { titles { edges { node { bibId } } } } } }`,
    { of: [{ __typename: 'Subject', scheme: 'NDC', code: '36' }] },
  );

  expect(errors).toEqual([]);
  expect(data.titles.edges).toEqual([{ node: { bibId: 'new' } }, { node: { bibId: 'undated' } }]);
  expect(data.care.edges).toEqual([{ node: { bibId: 'new' } }]);
  expect(data._entities[0].titles.edges).toEqual([{ node: { bibId: 'new' } }]);
  expect(data.title.withdrawnAt).toBe(withdrawnAt.toISOString());
});
