import { expect, test } from 'vitest';

import { type Explanation, type Fetched, drawnFetches } from './explanation.js';

const fetch = (department: string, document = department) =>
  ({ kind: 'fetch', department, document }) as const;
const fetched = (department: string, startedAt: number): Fetched => ({
  department,
  document: department,
  startedAt,
  milliseconds: 5,
  bytes: 100,
  source: 'asked',
  outcome: 'ANSWERED',
});
const explanation = (parts: Partial<Explanation>): Explanation => ({
  plan: null,
  cost: 12,
  planning: { milliseconds: 1, wasKnown: false },
  milliseconds: 20,
  fetches: [],
  kept: [],
  ...parts,
});

test('departments that are asked at once share a step, and who waits for them comes after', () => {
  const plan = {
    kind: 'sequence',
    steps: [
      fetch('center'),
      {
        kind: 'parallel',
        steps: [
          fetch('kominkan'),
          { kind: 'sequence', steps: [fetch('sports'), fetch('library')] },
        ],
      },
      fetch('welfare'),
    ],
  } as const;
  const fetches = [fetched('sports', 9), fetched('center', 1), fetched('kominkan', 8)];

  const drawn = drawnFetches(explanation({ plan, fetches }));

  expect(drawn.map(({ step, department }) => [step, department])).toEqual([
    [1, 'center'],
    [2, 'kominkan'],
    [2, 'sports'],
    [3, 'library'],
    [4, 'welfare'],
  ]);
  expect(drawn.map(({ fetched: went }) => went?.startedAt)).toEqual([
    1,
    8,
    9,
    undefined,
    undefined,
  ]);
});

test('a fetch that stands twice in a plan is told once each', () => {
  const plan = { kind: 'parallel', steps: [fetch('plan'), fetch('plan')] } as const;

  const drawn = drawnFetches(
    explanation({ plan, fetches: [fetched('plan', 1), fetched('plan', 2)] }),
  );

  expect(drawn.map(({ fetched: went }) => went?.startedAt)).toEqual([1, 2]);
});

test('a fetch whose answers are kept asks for the keys besides, and is the planned one all the same', () => {
  const entities = (...parts: string[]) =>
    `query($representations:[_Any!]!){_entities(representations: $representations){${parts.join(' ')}}}`;
  const course = '...on Course{title{ja} venue{__typename code}}';
  const plan = {
    kind: 'parallel',
    steps: [
      fetch('kominkan', entities('...on Group{name{ja}}')),
      fetch('kominkan', entities(course)),
    ],
  } as const;
  const document = entities(course, '...on Course{id}').replace(': ', ':');

  const drawn = drawnFetches(
    explanation({ plan, fetches: [{ ...fetched('kominkan', 3), document }] }),
  );

  expect(drawn.map(({ fetched: went }) => went?.startedAt)).toEqual([undefined, 3]);
});
