import type { OpenService } from '@manabi/kit/open';

import { connectionsOf, ownTime, timeOf } from '../processor-time.js';
import { quantile } from '../statistics.js';
import { ask } from './ask.js';
import type { Term } from './terms.js';

/** Half of the searches and 19 in 20 took at most so many milliseconds. */
interface Quantiles {
  readonly p50: number;
  readonly p95: number;
}

/** How long searches took by the clock, and for how long the processor worked for them, here and in the database. */
export interface Times {
  readonly searches: number;
  readonly clock: Quantiles;
  readonly processor: Quantiles;
}

/** Asks every term twice, one after another, and tells the times by the groups of terms and of all. */
export async function timeByGroup(
  { service, server }: { service: OpenService; server: number },
  terms: readonly Term[],
  query: string,
): Promise<Record<string, Times>> {
  const taken: { group: string; clock: number; processor: number }[] = [];
  for (const { text } of terms.slice(0, 5)) await ask(service, query, { text });
  const connections = connectionsOf(server);
  const worked = () => ownTime() + timeOf(connections);
  for (const { text, group } of [...terms, ...terms]) {
    const [began, before] = [performance.now(), worked()];
    await ask(service, query, { text });
    taken.push({ group, clock: performance.now() - began, processor: worked() - before });
  }
  const groups = [...Map.groupBy(taken, (each) => each.group), ['all', taken] as const];
  return Object.fromEntries(
    groups.map(([group, all]) => [
      group,
      {
        searches: all.length,
        clock: quantilesOf(all.map((each) => each.clock)),
        processor: quantilesOf(all.map((each) => each.processor)),
      },
    ]),
  );
}

function quantilesOf(figures: readonly number[]): Quantiles {
  return { p50: quantile(figures, 0.5), p95: quantile(figures, 0.95) };
}
