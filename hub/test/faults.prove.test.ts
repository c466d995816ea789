import { record } from '@manabi/bench/record';
import { killChild, startChild } from '@manabi/gateway/testing/child';
import { flap } from '@manabi/gateway/testing/flapping';
import { openMarketBehindProxies } from '@manabi/gateway/testing/market-behind-proxies';
import { afterAll, expect, test } from 'vitest';

// The long form of B3, and the figures of B5, of the list of faults; the rest is tested every day.

const figures: Record<string, unknown> = {};
afterAll(() => record('faults', figures));

test('a subgraph that is up and down every two seconds for five minutes spoils nothing of the others', async () => {
  const deadline = 4_000;
  const market = await openMarketBehindProxies({ deadline, answers: { bytes: 0 } });

  const met = await flap(market, { up: 2_000, down: 2_000, lasting: 300_000, pause: 50 });
  await market.close();

  figures['flapping'] = met;
  expect(met.healthy / met.asked).toBeGreaterThanOrEqual(0.99);
  expect(met.spared).toBeGreaterThan(met.inVain);
  // Those that fail before it opens, in each of four askers, and one trial a second.
  expect(met.inVain / met.downs).toBeLessThanOrEqual(30);
  expect(met.slowest).toBeLessThan(deadline);
});

test('answers that would fill the memory take less than twice the limit', async () => {
  const cap = 16 * 1024 * 1024;
  const program = (name: string) =>
    new URL(`../../gateway/src/testing/${name}.ts`, import.meta.url);
  const { child: server, first: port } = await startChild(program('large-answers'));
  const rises: Record<string, unknown> = {};
  for (const path of ['endless', 'declared', 'gzip', 'br', 'zstd']) {
    const words = [`http://127.0.0.1:${String(port)}`, path, String(cap)];
    const { child, first } = await startChild(program('measured-fetch'), words);
    await killChild(child);
    rises[path] = first;
    expect(first).toMatchObject({ fault: 'too-large' });
    // The program says nothing else.
    expect((first as { rise: number }).rise).toBeLessThan(2 * cap);
  }
  await killChild(server);

  figures['limit'] = cap;
  figures['largeAnswers'] = rises;
});
