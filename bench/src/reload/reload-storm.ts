import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

import { openProcessMarket, type ProcessMarket } from '@manabi/gateway/testing/gateway-process';
import { timedQuestion } from '@manabi/gateway/testing/timed-ask';

import { record } from '../record.js';
import { quantile } from '../statistics.js';

/*
 * A gateway on its own is given another supergraph again and again while it is asked. No question may fail, few
 * supergraphs may be alive at once, and afterwards it holds no more memory than before.
 */

/** Clients that ask at once, each after a pause, in milliseconds. */
const clients = 4;
const pauseBetween = 15;

/** Milliseconds of load without reloads before and after. */
const calm = 40_000;

/**
 * Reloads after which memory is what it usually is: compiled code and the allocator's reserves have grown to their
 * size by then. What is held more after hundreds of others is a leak.
 */
const firstReloads = 30;

/** What may be left of the memory, as a share of what was held before. */
const growth = 1.1;

const questions = [
  '{ makers { name } }',
  '{ products { name stars } makers { name } }',
  '{ items { name ... on Product { weight } } }',
  'query ($more: Boolean = false) { products { name inStock @include(if: $more) } }',
];

interface Tally {
  answered: number;
  failed: string[];
  took: number[];
}

async function measure(reloads: number, between: number): Promise<void> {
  const market = await openProcessMarket({ shutdown: { notice: 0 } });
  const tally: Tally = { answered: 0, failed: [], took: [] };
  const over = new AbortController();
  try {
    const asking = Array.from({ length: clients }, () => ask(market.url, tally, over.signal));
    const fresh = await settledMemory(market);
    const quiet = tally.took.splice(0);
    await reloadAgainAndAgain(market, firstReloads, between);
    const before = await settledMemory(market);
    tally.took.splice(0);
    const storm = await reloadAgainAndAgain(market, reloads, between);
    const under = tally.took.splice(0);
    const after = await settledMemory(market);
    over.abort();
    await Promise.all(asking);
    const { answered, failed } = tally;
    record('reload', {
      reloads,
      millisecondsBetween: between,
      ...storm,
      answered,
      failed: failed.length,
      milliseconds: { quiet: spread(quiet), duringReloads: spread(under) },
      memoryMb: { fresh, before, after },
    });
    judge({ failed, before, after, storm });
  } finally {
    await market.close();
  }
}

async function ask(url: string, tally: Tally, over: AbortSignal): Promise<void> {
  const agent = new Agent({ keepAlive: true });
  for (let count = 0; !over.aborted; count++) {
    const question = questions[count % questions.length] ?? '';
    try {
      const { status, body, took } = await timedQuestion(url, question, { agent });
      const text = body.toString();
      if (status !== 200 || text.includes('"errors"')) tally.failed.push(`${status} ${text}`);
      tally.took.push(took);
    } catch (error) {
      tally.failed.push(String(error));
    }
    tally.answered++;
    await pause(pauseBetween);
  }
  agent.destroy();
}

interface Storm {
  served: number;
  refused: number;
  mostPlanners: number;
  mostMemoryMb: number;
}

async function reloadAgainAndAgain(
  market: ProcessMarket,
  reloads: number,
  between: number,
): Promise<Storm> {
  const supergraph = market.supergraph();
  const from = market.log.length;
  let mostPlanners = 0;
  let mostMemoryMb = 0;
  for (let count = 0; count < reloads; count++) {
    writeFileSync(market.supergraphFile, `${supergraph}\n# ${count} of ${reloads}`);
    market.child.kill('SIGHUP');
    await pause(between);
    mostPlanners = Math.max(mostPlanners, plannersOf(market));
    mostMemoryMb = Math.max(mostMemoryMb, memoryOf(market));
    if (count % 60 === 59) process.stdout.write(`${count + 1} of ${reloads} supergraphs given\n`);
  }
  await pause(3000);
  const said = (words: string): number =>
    market.log.slice(from).filter(({ msg }) => String(msg).includes(words)).length;
  const served = said('A new supergraph is served');
  return { served, refused: said('is not served'), mostPlanners, mostMemoryMb };
}

/** Memory of the gateway after some time of load and nothing else: the least of the last ten seconds, in MB. */
async function settledMemory(market: ProcessMarket): Promise<number> {
  await pause(calm - 10_000);
  const seen: number[] = [];
  for (let count = 0; count < 50; count++) {
    seen.push(memoryOf(market));
    await pause(200);
  }
  return Math.min(...seen);
}

function memoryOf({ child }: ProcessMarket): number {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}

function plannersOf({ child }: ProcessMarket): number {
  const isChild = (id: string): boolean => {
    try {
      return readFileSync(`/proc/${id}/stat`, 'utf8').includes(`) S ${child.pid} `);
    } catch {
      // It ended between being listed and being read.
      return false;
    }
  };
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name) && isChild(name)).length;
}

function spread(took: readonly number[]): Record<string, number> {
  return { p50: quantile(took, 0.5), p99: quantile(took, 0.99), most: quantile(took, 1) };
}

function judge(found: { failed: string[]; before: number; after: number; storm: Storm }): void {
  const { failed, before, after, storm } = found;
  if (failed.length > 0) throw new Error(`${failed.length} questions failed: ${failed[0]}`);
  if (storm.refused > 0) throw new Error(`${storm.refused} supergraphs were refused.`);
  if (storm.mostPlanners > 6) throw new Error(`${storm.mostPlanners} planners ran at once.`);
  if (after > before * growth)
    throw new Error(`Memory grew from ${before} to ${after} MB over the reloads.`);
}

await measure(Number(process.argv[2] ?? 600), Number(process.argv[3] ?? 1000));
