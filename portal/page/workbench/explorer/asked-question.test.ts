import { expect, test } from 'vitest';

import type { ReadyDocument } from '../../../src/ready/ready-document.js';
import { addressOf, hrefOf } from '../address.js';
import { askedQuestion, saidOwn, saidReady } from './asked-question.js';

const ready: ReadyDocument = {
  name: 'p1',
  title: { ja: '学びをさがす', en: 'Find learning' },
  text: 'query FindLearning { opportunities { totalCount { value } } }',
  variables: { first: 10 },
  fields: [],
  terms: {},
};
const opened = (href: string) => addressOf(new URL(href, 'http://city'));

test('a ready question is brought back by its address, with what was changed', () => {
  const said = saidReady(ready, { first: 20 }, true);
  const address = opened(hrefOf({ view: 'explore', said }, 'en'));

  expect(address).toMatchObject({ view: 'explore', language: 'en' });
  expect(askedQuestion(address, [ready])).toEqual({
    ready,
    query: ready.text,
    variables: { first: 20 },
    graph: 'department',
    withPlan: true,
  });
});

test('the sample conditions are not said, and the public graph is asked', () => {
  const said = saidReady(ready, { first: 10 }, false);

  expect(said.toString()).toBe('ask=p1');
  expect(askedQuestion({ said, behind: new URLSearchParams() }, [ready])).toMatchObject({
    variables: { first: 10 },
    graph: 'public',
  });
});

test('a question of one’s own stands behind the #, which no server reads', () => {
  const draft = { query: '{ a }', variables: '{"b":1}', graph: 'public', withPlan: false } as const;
  const href = hrefOf({ view: 'explore', ...saidOwn(draft) }, 'ja');
  const address = opened(href);

  expect(href.split('#')[0]).toBe('/workbench/explore?ask=own');
  expect(askedQuestion(address, [])).toMatchObject({ query: '{ a }', variables: { b: 1 } });
});

test('an address that names nothing asks nothing', () => {
  const of = (href: string) => askedQuestion(opened(href), [ready]);

  expect([
    of('/workbench/explore'),
    of('/workbench/explore?ask=gone'),
    of('/workbench/explore?ask=own'),
  ]).toEqual([undefined, undefined, undefined]);
});
