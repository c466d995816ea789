import { expect, test, vi } from 'vitest';

import { KeptAnswers } from './kept-answers.js';
import { type Told, notNow } from './told.js';

const told = (body: Told['body'], said: Partial<Told> = {}): Told => ({
  type: 'text/plain',
  body,
  ...said,
});

/** Makes an answer, and counts how often. */
function maker(answer: () => Told) {
  return vi.fn(() => Promise.resolve().then(answer));
}

test('all who ask at once and afterwards are given what was made once, until the data change', async () => {
  const answers = new KeptAnswers();
  const make = maker(() => told('a'));

  await Promise.all([answers.get('/a', make), answers.get('/a', make)]);
  await answers.get('/a', make);
  expect(make).toHaveBeenCalledTimes(1);
  answers.forget();
  await answers.get('/a', make);

  expect(make).toHaveBeenCalledTimes(2);
});

test('what was being made when the data changed is not kept for those who come later', async () => {
  const answers = new KeptAnswers();
  const make = maker(() => told('a'));

  const before = answers.get('/a', make);
  answers.forget();
  await Promise.all([before, answers.get('/a', make)]);
  await answers.get('/a', make);

  expect(make).toHaveBeenCalledTimes(2);
});

test.each([
  ['a refusal', () => Promise.reject(notNow())],
  ['a part', () => Promise.resolve(told('a', { isPartial: true }))],
  ['what comes in pieces', () => Promise.resolve(told((async function* () {})()))],
  ['what is too long', () => Promise.resolve(told('a'.repeat(5_000_000)))],
])('%s is made for each who asks', async (_, give) => {
  const answers = new KeptAnswers();
  const make = vi.fn(give);

  await answers.get('/a', make).catch(() => undefined);
  await answers.get('/a', make).catch(() => undefined);

  expect(make).toHaveBeenCalledTimes(2);
});

test('the oldest go when there is no more room', async () => {
  const answers = new KeptAnswers();
  const make = maker(() => told('a'.repeat(3_000_000)));
  for (const name of ['/1', '/2', '/3', '/4', '/5', '/6']) await answers.get(name, make);

  await answers.get('/6', make);
  expect(make).toHaveBeenCalledTimes(6);
  await answers.get('/1', make);

  expect(make).toHaveBeenCalledTimes(7);
});
