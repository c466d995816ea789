import type { ServiceProcess } from '../src/city/service-process.js';

/** When a service was down, in milliseconds of `performance.now()`; open while it is. */
interface Outage {
  readonly service: string;
  readonly from: number;
  until: number;
}

/** Milliseconds for which a gateway may take a service that is back for dead: its breaker's rest and one trial. */
const believedDead = 3_000;

/** Kills services at random, one at a time, and knows which were down when. */
export class Outages {
  readonly #outages: Outage[] = [];

  constructor(private readonly processes: readonly ServiceProcess[]) {}

  get count(): number {
    return this.#outages.length;
  }

  /** Kills one of them; settles when it answers again. Throws when it does not within a minute. */
  async killOne(): Promise<void> {
    const running = this.processes.filter(({ pid }) => pid !== undefined);
    const victim = running[Math.floor(Math.random() * running.length)];
    if (victim?.pid === undefined) return;
    const outage = { service: victim.name, from: performance.now(), until: Infinity };
    this.#outages.push(outage);
    process.kill(victim.pid, 'SIGKILL');
    const patience = AbortSignal.timeout(60_000);
    await pause(100);
    while (!(await isUp(victim.url))) {
      if (patience.aborted) throw new Error(`"${victim.name}" did not come back within a minute.`);
      await pause(100);
    }
    outage.until = performance.now() + believedDead;
  }

  /** The services that were, or may have been taken to be, down at some moment of a stretch of time. */
  during(from: number, until: number): ReadonlySet<string> {
    const touching = this.#outages.filter((outage) => outage.from <= until && outage.until >= from);
    return new Set(touching.map(({ service }) => service));
  }
}

/** Settles after some milliseconds. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

const isUp = (url: string): Promise<boolean> =>
  fetch(`${url}/ready`, { signal: AbortSignal.timeout(500) }).then(
    ({ ok }) => ok,
    () => false,
  );
