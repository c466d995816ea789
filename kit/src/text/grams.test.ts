import { expect, test } from 'vitest';
import { fold } from './fold.js';
import { grams } from './grams.js';

test('a text gives its characters and its neighbours, each once', () => {
  expect(grams('公民館公民').sort()).toEqual(['公', '公民', '民', '民館', '館', '館公'].sort());
});

test('no pair crosses a space', () => {
  expect(grams('図書 館')).not.toContain('書館');
});

test('a character outside the basic plane is one character', () => {
  expect(grams('𩸽')).toEqual(['𩸽']);
});

test('every pair of a folded term is found in the folded text that holds it', () => {
  const text = grams(fold('ひばりヶ丘の　図書館'));

  expect(grams(fold('丘の')).every((gram) => text.includes(gram))).toBe(true);
});

test('nothing has no pieces', () => {
  expect(grams('')).toEqual([]);
});
