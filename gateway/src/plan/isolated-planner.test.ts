import { expect, test } from 'vitest';
import { composeSupergraph } from '../composition/compose.js';
import { market } from '../testing/market.js';
import { IsolatedPlanner, PlanningStopped } from './isolated-planner.js';

// Two types that mean different things by one key: with version 0.0.38 the planner aborts its process.
const deadly = `{ liked { ... on Product { remarks } ... on Bundle { remarks(first: 1) } } }`;

test('a document that kills the planner costs that document only', async () => {
  const planner = new IsolatedPlanner(composeSupergraph(market));

  const plans = await Promise.allSettled([
    planner.plan('{ makers { name } }', undefined),
    planner.plan(deadly, undefined),
    planner.plan('{ products { name } }', undefined),
    planner.plan('{ nothing }', undefined),
  ]);
  planner.close();

  expect(plans.map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'rejected',
  ]);
  expect(plans[1]).toMatchObject({ reason: expect.any(PlanningStopped) });
});

test('a supergraph that is none is refused at once', () => {
  expect(() => new IsolatedPlanner('type Query {')).toThrow();
});
