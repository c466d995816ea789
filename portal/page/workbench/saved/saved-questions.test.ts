import { expect, test } from 'vitest';

import { questionsIn } from './saved-questions.js';

const file = (...hrefs: string[]) =>
  JSON.stringify({ questions: hrefs.map((href) => ({ name: href, href, savedAt: '2026-12-01' })) });

test('questions of the workbench are taken from a file, and nothing that leads elsewhere', () => {
  const found = questionsIn(
    file(
      '/workbench?measure=SEATS',
      '/workbench/explore?ask=own#query=%7Ba%7D',
      '//evil.example/workbench',
      'https://evil.example/workbench',
      'javascript:alert(1)',
      '/workbenches',
    ),
  );

  expect(found.map(({ href }) => href)).toEqual([
    '/workbench?measure=SEATS',
    '/workbench/explore?ask=own#query=%7Ba%7D',
  ]);
});

test.each(['', 'null', '[]', '{"questions":[null]}', '{"questions":[{"name":1}]}', '<html>'])(
  'what is no file of questions (%s) holds none',
  (text) => {
    expect(questionsIn(text)).toEqual([]);
  },
);
