import { expect, test } from 'vitest';

import { likeliestList, listsIn } from './answer-lists.js';
import { rowsOf } from './answer-rows.js';

const answer = {
  courses: {
    totalCount: { value: 2 },
    facets: [{ field: 'AREA', values: [{ code: 'a' }, { code: 'b' }, { code: 'c' }] }],
    edges: [
      {
        node: {
          title: { ja: '絵本' },
          free: true,
          audiences: ['ADULT', 'SENIOR'],
          sessions: [{ startsAt: '2026-12-01' }, { startsAt: '2026-12-08' }],
          books: [{ title: { ja: '一' } }, { title: { ja: '二' } }],
        },
      },
      { node: { title: { ja: 'ヨガ' }, free: false, audiences: [], sessions: [], books: null } },
    ],
  },
};

test('every list of things can make the rows, and results are meant before facets', () => {
  const lists = listsIn(answer);

  expect(lists.map(({ path, count }) => [path.join('.'), count])).toEqual([
    ['courses.facets', 1],
    ['courses.edges', 2],
    ['courses.facets.values', 3],
    ['courses.edges.node.sessions', 2],
    ['courses.edges.node.books', 2],
  ]);
  expect(likeliestList(lists)?.path).toEqual(['courses', 'edges']);
});

test('a row holds its own values, and lists within it as a text', () => {
  expect(rowsOf(answer, ['courses', 'edges'])).toEqual([
    {
      'courses.edges.node.title.ja': '絵本',
      'courses.edges.node.free': true,
      'courses.edges.node.audiences': 'ADULT、SENIOR',
      'courses.edges.node.sessions': '2026-12-01、2026-12-08',
      'courses.edges.node.books': '一、二',
    },
    { 'courses.edges.node.title.ja': 'ヨガ', 'courses.edges.node.free': false },
  ]);
});

test('where an inner list makes the rows, each says in what it stands, and who has none keeps a row', () => {
  const rows = rowsOf(answer, ['courses', 'edges', 'node', 'sessions']);

  expect(
    rows.map((row) => [
      row['courses.edges.node.title.ja'],
      row['courses.edges.node.sessions.startsAt'],
    ]),
  ).toEqual([
    ['絵本', '2026-12-01'],
    ['絵本', '2026-12-08'],
    ['ヨガ', undefined],
  ]);
});

test('an answer without a list is one row', () => {
  expect(rowsOf({ course: { title: { ja: '絵本' } } }, [])).toEqual([
    { 'course.title.ja': '絵本' },
  ]);
});
