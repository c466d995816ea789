import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { aBranch } from '../branch/branch.builder.js';
import { library } from '../service.js';
import { aTitle } from '../title/title.builder.js';
import { aBookSet } from './book-set.builder.js';
import { BookSetCurriculum } from './book-set.entity.js';

const river = () =>
  aBookSet({
    id: 'river',
    unit: '流れる水のはたらき',
    schoolSubject: BookSetCurriculum.SCIENCE,
    gradeFrom: 5,
    gradeTo: 5,
    copies: 40,
    bookableFrom: '2026-11-01',
    bookableUntil: '2027-01-31',
    bibIds: ['a', 'gone'],
    branchId: 'branch',
    subjectKeys: [{ scheme: 'NDC', code: '517' }],
  });
const soil = () =>
  aBookSet({
    id: 'soil',
    name: { ja: '土をしらべる', kana: 'ツチヲシラベル' },
    gradeFrom: 3,
    gradeTo: 6,
    subjectKeys: [{ scheme: 'NDC', code: '61' }],
  });
const any = () => aBookSet({ id: 'any', name: { ja: '朝の読書' } });

test('a set answers with its titles, subjects and branch; 100 references cost three queries', async () => {
  const service = await openTestService(library);
  await service.plant(aBranch(), aTitle({ bibId: 'a', title: { ja: '川の本' } }), river());

  const { data, errors, queries } = await service.ask(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on BookSet {
      id schoolSubject unit gradeFrom gradeTo copies bookableFrom bookableUntil
      titles { title { ja } } subjects { code } branch { id } } } }`,
    {
      of: Array.from({ length: 100 }, (_, at) => ({
        __typename: 'BookSet',
        id: at === 1 ? 'river' : `nobody-${at}`,
      })),
    },
  );

  expect(errors).toEqual([]);
  expect(data._entities[1]).toEqual({
    id: 'river',
    schoolSubject: 'SCIENCE',
    unit: '流れる水のはたらき',
    gradeFrom: 5,
    gradeTo: 5,
    copies: 40,
    bookableFrom: '2026-11-01',
    bookableUntil: '2027-01-31',
    titles: [{ title: { ja: '川の本' } }],
    subjects: [{ code: '517' }],
    branch: { id: 'branch' },
  });
  expect(data._entities[2]).toBeNull();
  expect(queries).toBe(3);
});

test.each([
  ['grade: 5', ['soil', 'river', 'any']],
  ['grade: 3', ['soil', 'any']],
  ['text: "流れる　ハタラキ"', ['river']],
  ['text: "土"', ['soil']],
  ['schoolSubject: SCIENCE, ndc: "51"', ['river']],
  ['bookableOn: "2026-12-24"', ['river']],
  ['bookableOn: "2027-02-01"', []],
])('sets of books are found by %s', async (filter, ids) => {
  const service = await openTestService(library);
  await service.plant(aBranch(), river(), soil(), any());

  const { data, errors, queries } = await service.ask(
    `{ bookSets(filter: { ${filter} }) { edges { node { id } } } }`,
  );

  expect(errors).toEqual([]);
  expect(data.bookSets.edges.map((e: { node: { id: string } }) => e.node.id)).toEqual(ids);
  expect(queries).toBe(1);
});

test('the sets of 100 subjects cost one query', async () => {
  const service = await openTestService(library);
  await service.plant(aBranch(), river(), soil());

  const { data, errors, queries } = await service.ask(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Subject { bookSets(first: 2) { edges { node { id } } } } } }`,
    {
      of: Array.from({ length: 100 }, (_, at) => ({
        __typename: 'Subject',
        scheme: 'NDC',
        code: String(at),
      })),
    },
  );

  expect(errors).toEqual([]);
  expect(data._entities[51].bookSets.edges).toEqual([{ node: { id: 'river' } }]);
  expect(data._entities[61].bookSets.edges).toEqual([{ node: { id: 'soil' } }]);
  expect(data._entities[62].bookSets.edges).toEqual([]);
  expect(queries).toBe(1);
});

test('a set is told to followers, and as deleted when it is removed', async () => {
  const service = await openTestService(library);
  await service.plant(aBranch(), river());

  const first = await service.service.feed();
  await service.em().execute('delete from book_set');
  const second = await service.service.feed(first.next);

  expect(first.items).toMatchObject([
    { kind: 'BookSet', data: { grades: { from: 5, to: 5 }, copies: 40 } },
  ]);
  expect(second.items).toMatchObject([{ id: 'river', state: 'deleted' }]);
});
