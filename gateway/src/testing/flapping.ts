import { setTimeout as after } from 'node:timers/promises';
import type { MarketBehindProxies } from './market-behind-proxies.js';

/** How long a subgraph is up, then down, and for how long that goes on; milliseconds. */
export interface Flapping {
  up: number;
  down: number;
  lasting: number;
  /** Between two questions of one asker; there are four. */
  pause: number;
}

/** What askers met while one subgraph of the market went up and down. */
export interface FlappingMet {
  asked: number;
  /** Answers whose fields of the other subgraphs were all there. */
  healthy: number;
  /** Answers that had the fields of the subgraph that goes up and down as well. */
  whole: number;
  /** Answers given at once, since the breaker was open. */
  spared: number;
  /** Questions that were sent in vain. */
  inVain: number;
  /** Times it went down. */
  downs: number;
  slowest: number;
}

const question = '{ products { name stars } makers { name } }';

/** Asks all the time while the subgraph "opinion" goes up and down. */
export async function flap(market: MarketBehindProxies, flapping: Flapping): Promise<FlappingMet> {
  const met: FlappingMet = {
    asked: 0,
    healthy: 0,
    whole: 0,
    spared: 0,
    inVain: 0,
    downs: 0,
    slowest: 0,
  };
  const until = performance.now() + flapping.lasting;
  const asking = Array.from({ length: 4 }, () =>
    askUntil(market, { until, pause: flapping.pause }, met),
  );
  const proxy = market.proxy('opinion');
  while (performance.now() < until) {
    await after(flapping.up);
    await proxy.refuse();
    met.downs += 1;
    await after(flapping.down);
    await proxy.listen();
  }
  await Promise.all(asking);
  for (const { fault, times } of market.silences) {
    if (fault === 'breaker-open') met.spared += Number(times);
    else met.inVain += 1;
  }
  return met;
}

async function askUntil(
  market: MarketBehindProxies,
  { until, pause }: { until: number; pause: number },
  met: FlappingMet,
): Promise<void> {
  while (performance.now() < until) {
    const began = performance.now();
    const { data, errors } = await market.ask(question);
    met.slowest = Math.max(met.slowest, performance.now() - began);
    met.asked += 1;
    if (isHealthy(data)) met.healthy += 1;
    if (!errors) met.whole += 1;
    await after(pause);
  }
}

function isHealthy(data: unknown): boolean {
  const names = JSON.stringify(data, (key, value: unknown) =>
    key === 'stars' ? undefined : value,
  );
  return (
    names ===
    '{"products":[{"name":"Kettle"},{"name":"Ladle"},{"name":"Wok"}],"makers":[{"name":"Aoki"},{"name":"Baba"}]}'
  );
}
