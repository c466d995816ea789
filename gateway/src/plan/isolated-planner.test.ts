import { expect, test } from 'vitest';
import { composeSupergraph } from '../composition/compose.js';
import { market } from '../testing/market.js';
import { plannerProcesses } from '../testing/planner-processes.js';
import { IsolatedPlanner, PlanningStopped, SupergraphUnreadable } from './isolated-planner.js';
import { refuseDeadly, refuseUnreadable } from './readable.js';

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
  await planner.close();

  expect(plans.map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'rejected',
  ]);
  expect(plans[1]).toMatchObject({ reason: expect.any(PlanningStopped) });
});

/** With version 0.0.38 the planner aborts its process when it reads this. */
const deadlySupergraph = composeSupergraph(market).replace(
  /(\n {2}broken: [^\n]*)/,
  '$1 @cost(weight: -1)',
);

test('a supergraph that the planner cannot read is refused, and so is one that kills it', async () => {
  const none = new IsolatedPlanner('type Query {');
  const dead = new IsolatedPlanner(deadlySupergraph);
  const good = new IsolatedPlanner(composeSupergraph(market));

  await expect(none.read()).rejects.toThrow(SupergraphUnreadable);
  await expect(dead.read()).rejects.toThrow('does not survive');
  await good.read();

  expect(() => refuseUnreadable('type Query {')).toThrow();
  expect(() => refuseDeadly(deadlySupergraph)).toThrow('non-negative');
  await Promise.all([none, dead, good].map((each) => each.close()));
});

test('a planner that is killed while it reads reads again', async () => {
  const planner = new IsolatedPlanner(composeSupergraph(market));
  for (const child of plannerProcesses()) process.kill(child, 'SIGKILL');

  await planner.read();

  await planner.close();
});

test('a planner that is killed is replaced, and whatever waited for it is planned', async () => {
  const planner = new IsolatedPlanner(composeSupergraph(market));
  await planner.plan('{ makers { name } }', undefined);
  const plans = Array.from({ length: 40 }, (_, index) =>
    planner.plan(`{ a${index}: products { name stars } }`, undefined),
  );

  for (const child of plannerProcesses()) process.kill(child, 'SIGKILL');
  const planned = await Promise.allSettled(plans);
  for (const child of plannerProcesses()) process.kill(child, 'SIGKILL');
  const next = await planner.plan('{ items { name } }', undefined);
  await planner.close();

  expect(planned.filter(({ status }) => status === 'rejected')).toEqual([]);
  expect(next.node).toBeDefined();
});

test('a document that killed its planner is not tried again', async () => {
  const planner = new IsolatedPlanner(composeSupergraph(market));
  await expect(planner.plan(deadly, undefined)).rejects.toThrow(PlanningStopped);
  await planner.plan('{ makers { name } }', undefined);
  const before = plannerProcesses();

  await expect(planner.plan(deadly, undefined)).rejects.toThrow(PlanningStopped);

  expect(plannerProcesses()).toEqual(before);
  await planner.close();
});

test('more documents than can be planned in time are refused, and the planner lives', async () => {
  const planner = new IsolatedPlanner(composeSupergraph(market));
  const plans = Array.from({ length: 260 }, (_, index) =>
    planner.plan(`{ a${index}: makers { name } }`, undefined),
  );

  const settled = await Promise.allSettled(plans);
  await planner.close();

  const refused = settled.filter(({ status }) => status === 'rejected');
  expect(refused.length).toBeGreaterThan(0);
  expect(refused.length).toBeLessThanOrEqual(60);
  expect(refused[0]).toMatchObject({ reason: { name: 'PlannerBusy' } });
});

test('a planner that is closed leaves no process behind, whatever it was doing', async () => {
  const before = plannerProcesses();
  const idle = new IsolatedPlanner(composeSupergraph(market));
  const used = new IsolatedPlanner(composeSupergraph(market));
  const killed = new IsolatedPlanner(composeSupergraph(market));
  await killed.plan('{ makers { name } }', undefined);
  expect(plannerProcesses().length).toBe(before.length + 3);
  const plan = used.plan('{ makers { name } }', undefined);
  const dying = killed.plan(deadly, undefined);
  dying.catch(() => undefined);

  await Promise.all([idle.close(), used.close(), killed.close()]);

  expect(plannerProcesses()).toEqual(before);
  expect((await plan).node).toBeDefined();
  await expect(dying).rejects.toThrow(PlanningStopped);
});

const noneLeft = (): Promise<void> =>
  expect.poll(plannerProcesses, { timeout: 20_000, interval: 10 }).toEqual([]);

test('a planner that nobody needs ends, and plans again when it is needed', async () => {
  const planner = new IsolatedPlanner(composeSupergraph(market), 200);
  expect(plannerProcesses()).toHaveLength(1);
  await noneLeft();

  const plans: unknown[] = [];
  for (const document of ['{ makers { name } }', '{ products { name } }']) {
    plans.push((await planner.plan(document, undefined)).node);
    await noneLeft();
  }
  await expect(planner.plan(deadly, undefined)).rejects.toThrow(PlanningStopped);
  await noneLeft();
  await expect(planner.plan(deadly, undefined)).rejects.toThrow(PlanningStopped);
  expect(plannerProcesses()).toEqual([]);
  await planner.close();

  expect(plans).toEqual([
    expect.objectContaining({ kind: 'Fetch' }),
    expect.objectContaining({ kind: 'Fetch' }),
  ]);
});

test('a document that comes at the moment the planner ends is planned', async () => {
  const planner = new IsolatedPlanner(composeSupergraph(market), 0);
  const used = new Set<number>();
  const plans: Promise<{ node?: unknown }>[] = [];
  for (let count = 0; count < 60; count++) {
    const plan = planner.plan(`{ a${count}: makers { name } }`, undefined);
    for (const child of plannerProcesses()) used.add(child);
    plans.push(plan);
    // Once it has waited for an answer, the planner is about to end, ends, or has ended.
    if (count % 3 === 0) await plan;
    if (count % 6 === 0) await new Promise((resolve) => setTimeout(resolve, count % 5));
  }
  const planned = await Promise.all(plans);
  await planner.close();

  expect(planned.every(({ node }) => node !== undefined)).toBe(true);
  expect(used.size).toBeGreaterThan(1);
  expect(plannerProcesses()).toEqual([]);
});

test('a planner that has work does not end, however short it may be idle', async () => {
  const planner = new IsolatedPlanner(composeSupergraph(market), 0);
  const plans = Array.from({ length: 100 }, (_, index) =>
    planner.plan(`{ a${index}: products { name stars } }`, undefined),
  );
  const before = plannerProcesses();
  await plans[50];
  const meanwhile = plannerProcesses();
  await Promise.all(plans);
  await planner.close();

  expect(before).toHaveLength(1);
  expect(meanwhile).toEqual(before);
});

test('a planner that may rest ends at once, unless something waits for it', async () => {
  const planner = new IsolatedPlanner(composeSupergraph(market));
  const planning = planner.plan('{ makers { name } }', undefined);
  planner.rest();
  expect((await planning).node).toBeDefined();

  planner.rest();
  await noneLeft();
  const next = await planner.plan('{ products { name } }', undefined);
  await planner.close();

  expect(next.node).toBeDefined();
});
