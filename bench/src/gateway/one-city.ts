import { createHash } from 'node:crypto';
import { setTimeout as after } from 'node:timers/promises';
import { createGateway } from '@manabi/gateway/gateway';
import { departments } from '@manabi/hub/city/departments';
import { openCity } from '@manabi/hub/city/city';
import { printGraph } from '@manabi/hub/graph/graph';
import { openHome } from '@manabi/hub/home/home';
import { pino } from 'pino';
import { ownTime, timeOfProcesses } from '../processor-time.js';
import { questionOf } from './city-setting.js';
import { rounded } from './contest.js';
import { withoutMoment } from './equal-answers.js';

/** What each question cost one city, and a digest of its answer. */
export type CityFigures = Record<string, { processorMs: number; answer: string }>;

const [folder = '', how, requests = '200'] = process.argv.slice(2);
const city = await openCity({
  home: openHome({ HUB_HOME: folder }),
  port: 0,
  separate: how === 'separate',
  empty: false,
  log: pino({ level: 'silent' }),
  progress: () => undefined,
});
// Of our own, because the city's keeps public answers, and then nobody would be asked.
const gateway = createGateway({
  supergraphSdl: printGraph(departments).public,
  subgraphs: city.services.transports,
  contract: 'public',
  mode: 'development',
  ways: { sharing: false },
  log: pino({ level: 'silent' }),
});
await city.services.catchUp();
await rested();

/** Milliseconds of all Node processes of the city so far. */
function time(): number {
  return ownTime() + timeOfProcesses(city.services.processes.flatMap(({ pid }) => pid ?? []));
}

/** Waits, for two minutes at most, until the city does nothing by itself: statistics are sealed after a start. */
async function rested(): Promise<void> {
  let quiet = 0;
  for (let seconds = 0; seconds < 120 && quiet < 3; seconds++) {
    const before = time();
    await after(1000);
    quiet = time() - before < 100 ? quiet + 1 : 0;
  }
}

async function asked(name: string): Promise<CityFigures[string]> {
  const request = questionOf(name);
  const ask = async (times: number): Promise<void> => {
    for (let each = 0; each < times; each++) await gateway.execute(request);
  };
  await ask(Number(requests));
  const before = time();
  await ask(Number(requests));
  const processorMs = rounded((time() - before) / Number(requests), 3);
  const answer = JSON.stringify(await gateway.execute(request), withoutMoment);
  return { processorMs, answer: createHash('sha256').update(answer).digest('hex') };
}

const figures: CityFigures = {};
for (const name of ['p1', 'p4', 'p7']) figures[name] = await asked(name);
process.stdout.write(JSON.stringify(figures));
await gateway.close();
await city.stop();
