import { expect, test } from 'vitest';
import { composeSupergraph } from '../composition/compose.js';
import { openMarket } from '../testing/open-market.js';
import { plannerProcesses } from '../testing/planner-processes.js';

const pause = (milliseconds: number): Promise<void> =>
  new Promise((done) => setTimeout(done, milliseconds));

test('a gateway whose planner is killed again and again under load still answers, and leaves nothing', async () => {
  const before = plannerProcesses();
  const market = await openMarket({ deadline: 8000 });
  const questions = Array.from(
    { length: 120 },
    (_, index) => `{ a${index}: products { name stars inStock } makers { name } }`,
  );
  await market.ask('{ makers { name } }');
  const started = Date.now();

  const asked = questions.map((question) => market.ask(question));
  for (let kills = 0; kills < 3; kills++) {
    for (const child of plannerProcesses()) process.kill(child, 'SIGKILL');
    await pause(150);
  }
  const answers = await Promise.all(asked);
  const took = Date.now() - started;
  const known = await market.ask('{ makers { name } }');
  const next = await market.ask('{ items { name } }');
  await market.close();

  const codes = answers.flatMap(({ data, errors }) =>
    data && !errors ? [] : [errors?.[0]?.extensions.code],
  );
  // Only what was being planned at two of the three kills may be lost, and then says so.
  expect(codes.length).toBeLessThanOrEqual(1);
  expect(codes.every((code) => code === 'NOT_PLANNABLE' || code === 'INTERNAL')).toBe(true);
  expect(took).toBeLessThan(9000);
  expect(known.errors).toBeUndefined();
  expect(next.errors).toBeUndefined();
  expect(plannerProcesses()).toEqual(before);
}, 30_000);

test('a gateway that was given many supergraphs leaves no planner of any', async () => {
  const before = plannerProcesses();
  const market = await openMarket();
  const sdl = composeSupergraph([...market.subgraphs.values()]);
  // A remark makes it another supergraph.
  for (let count = 0; count < 5; count++) await market.gateway.reload(`${sdl}\n# ${count}`);

  expect((await market.ask('{ makers { name } }')).errors).toBeUndefined();
  await market.close();

  expect(plannerProcesses()).toEqual(before);
});
