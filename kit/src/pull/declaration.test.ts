import { expect, test } from 'vitest';

import { cellsOf, headerFaults } from './declared-columns.js';
import { declarationFaults, declarationShape } from './declaration.js';
import { valuesAt } from './json-pointer.js';

const good = {
  kind: 'title',
  address: 'https://books.example/api',
  rows: '/items',
  columns: { タイトル: '/title', ISBN: '/isbn' },
};

const faultsOf = (given: object): string =>
  declarationFaults(declarationShape.parse({ ...good, ...given })).join('\n');

test('a declaration that says enough has no fault', () => {
  expect(faultsOf({})).toBe('');
  expect(faultsOf({ mode: 'rpde', rows: undefined })).toBe('');
  expect(faultsOf({ address: 'http://127.0.0.1:8080/' })).toBe('');
  expect(faultsOf({ address: 'http://books.city.local/', inside: true })).toBe('');
});

test.each<[object, string]>([
  [{ address: 'http://books.example/' }, 'Use https'],
  [{ address: 'https://me:word@books.example/' }, 'name or password'],
  [{ address: 'https://books.example/?appkey=1' }, 'looks like a secret'],
  [{ headers: { authorization: { text: 'Bearer x' } } }, 'never stands in a declaration'],
  [{ parameters: { api_key: { text: 'x' } } }, 'never stands in a declaration'],
  [{ headers: { accept: {} } }, 'say one of'],
  [{ rows: undefined }, 'say where the list of rows stands'],
  [{ mode: 'rpde' }, 'said by RPDE itself'],
  [{ next: { link: '/next', page: 'p' } }, 'say one of "link", "page", "cursor"'],
  [{ next: { cursor: '/next' } }, 'stand together'],
  [{ since: { parameter: 'after' } }, 'say in "key" where the number of a row stands'],
  [
    { mode: 'delta', since: { parameter: 'after', gone: { '/deleted': 'true' } } },
    'withdraws nothing',
  ],
  [{ columns: { タイトル: { text: 'a', paths: ['/b'] } } }, 'one of them'],
])('%j is told as a fault', (given, words) => {
  expect(faultsOf(given)).toContain(words);
});

test('an unknown key is no declaration', () => {
  expect(declarationShape.safeParse({ ...good, adress: 'x' }).success).toBe(false);
});

test('columns are those of the kind of data set, enough to tell a row by, and name no patron', () => {
  expect(headerFaults('title', ['タイトル', 'ISBN'])).toEqual([]);
  expect(headerFaults('title', ['タイトル', '値段']).join()).toContain(
    '"columns.値段": title has no such column',
  );
  expect(headerFaults('title', ['タイトル']).join()).toContain('needs');
  expect(() => headerFaults('title', ['タイトル', 'ISBN', '利用者番号'])).toThrow('個人');
});

test('cells are texts, numbers, lists joined, words renamed and constants', () => {
  const row = { a: '本', n: 3, list: [{ x: '山' }, { x: '川' }], is: true, code: 1, nothing: null };

  expect(
    cellsOf(row, [
      ['1', '/a'],
      ['2', '/n'],
      ['3', '/list/*/x'],
      ['4', '/is'],
      ['5', { paths: ['/a', '/n', '/nowhere'], between: ' ' }],
      ['6', { text: '西東京市' }],
      ['7', { paths: ['/code'], as: { 1: '有' } }],
      ['8', '/nothing'],
    ]),
  ).toEqual(['本', '3', '山、川', 'TRUE', '本 3', '西東京市', '有', '']);
  expect(() => cellsOf({ n: 2 ** 53 }, [['1', '/n']])).toThrow('more than 15 digits');
  expect(() => cellsOf(row, [['1', '/list']])).toThrow('an object stands (x)');
});

test('a pointer sees own properties only, and escapes as RFC 6901 says', () => {
  expect(valuesAt({ 'a/b': { '~': [1, 2] } }, '/a~1b/~0/1')).toEqual([2]);
  expect(valuesAt({}, '/constructor/name')).toEqual([]);
  expect(valuesAt([5], '')).toEqual([[5]]);
});
