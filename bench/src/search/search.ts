import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { center } from '@manabi/center/service';
import { generateCity } from '@manabi/data/generator/generate-city';
import { type OpenService, openService } from '@manabi/kit/open';
import { openCluster } from '@manabi/kit/postgres/cluster';

import { ownTime, timeOfServer } from '../processor-time.js';
import { record } from '../record.js';
import { type ToldCorpus, tellCity } from './corpus.js';
import { recallOf } from './recall.js';
import { fillRegisters } from './registers.js';
import { pickTerms } from './terms.js';
import { type Times, timeByGroup } from './timing.js';

const today = '2026-10-05';
const now = new Date(`${today}T10:00:00+09:00`);

/** What a search is aimed at: milliseconds at the 95th of a hundred. */
const aims = { page: 60, facets: 250 } as const;

const hits = `totalCount { value isExact } pageInfo { hasNextPage endCursor }
  edges { title { ja } startsAt node { id } }`;
const pageOf = (filter: string) =>
  `query ($text: String!) { opportunities(filter: { text: $text ${filter} }, first: 20) { ${hits} } }`;
const facetsOf = (filter: string) =>
  `query ($text: String!) { opportunities(filter: { text: $text ${filter} }, first: 20) {
    ${hits} facets { field values { code count label { ja } } } } }`;
const past = 'includePast: true, includeCancelled: true';

/** Measures search over an index of this many opportunities, filled by following a feed, and compares it with reading every text. */
async function measure(count: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'manabi-bench-'));
  const cluster = await openCluster({ folder });
  try {
    const city = generateCity({ seed: 20_261_005, scale: { opportunities: count }, today });
    const corpus = tellCity(city);
    const url = await cluster.ensureDatabase('center');
    const empty = await openCenter(url);
    await fillRegisters(empty.orm.em.fork(), city, today);
    await empty.close();
    const following = await fill({ url, server: cluster.pid }, corpus, count);
    const service = await openCenter(url);
    const asked = { service, server: cluster.pid };
    const terms = pickTerms([...corpus.texts.values()], corpus.titles, 40);
    const figures = {
      opportunities: count,
      following,
      page: await timeByGroup(asked, terms, pageOf('')),
      pageWithPast: await timeByGroup(asked, terms, pageOf(past)),
      facets: await timeByGroup(asked, terms, facetsOf('')),
      facetsWithPast: await timeByGroup(asked, terms, facetsOf(past)),
      recall: await recallOf(service, terms, corpus.texts),
    };
    await service.close();
    record(`search-${count}`, figures);
    judge(figures);
  } finally {
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

function openCenter(databaseUrl: string, corpus?: ToldCorpus): Promise<OpenService> {
  return openService(center, {
    databaseUrl,
    poolSize: corpus ? 8 : 1,
    now: () => now,
    log: ({ error }) => process.stderr.write(`${String(error)}\n`),
    ...(corpus && { feeds: { kominkan: corpus.read } }),
  });
}

/** Lets the service follow the feed as it always does; answers how many records a second it took in, and what of it. */
async function fill(
  { url, server }: { url: string; server: number },
  corpus: ToldCorpus,
  count: number,
) {
  const [began, own, database] = [performance.now(), ownTime(), timeOfServer(server)];
  const service = await openCenter(url, corpus);
  await Promise.race([corpus.toldAll, tooLong(60_000 + count * 5)]);
  const seconds = (performance.now() - began) / 1_000;
  const microseconds = {
    own: Math.round(((ownTime() - own) * 1_000) / count),
    database: Math.round(((timeOfServer(server) - database) * 1_000) / count),
  };
  const em = service.orm.em.fork();
  const [{ many }] = await em.execute<[{ many: string }]>(
    'select count(*) as many from opportunity_text',
  );
  if (Number(many) !== count)
    throw new Error(`The index holds ${many} of ${count} opportunities. Look into index_fault.`);
  // What autovacuum does within a minute or two of such a load.
  await em.execute('vacuum analyze');
  await service.close();
  return { recordsPerSecond: Math.round(count / seconds), processorMicrosecondsEach: microseconds };
}

async function tooLong(milliseconds: number): Promise<never> {
  await pause(milliseconds, undefined, { ref: false });
  throw new Error(
    `Following took longer than ${milliseconds} ms. Look at what was told of it above.`,
  );
}

/** Fails on what must never be; of slowness it only tells, for that may be the machine's. */
function judge({ page, facets, recall }: Figures): void {
  const slow = (name: keyof typeof aims, times: Readonly<Record<string, Times>>) => {
    const { clock, processor } = times['all'] ?? {};
    if (clock && clock.p95 > aims[name])
      process.stdout.write(
        `! ${name}: ${clock.p95} ms, the aim is ${aims[name]}; the processor worked ${processor?.p95} ms\n`,
      );
  };
  slow('page', page);
  slow('facets', facets);
  const isExact = recall.recall === 1 && recall.beyond === 0 && recall.repeated === 0;
  if (recall.searches === 0 || !isExact)
    throw new Error('The index does not find what reading every text finds.');
}

interface Figures {
  readonly page: Readonly<Record<string, Times>>;
  readonly facets: Readonly<Record<string, Times>>;
  readonly recall: Awaited<ReturnType<typeof recallOf>>;
}

await measure(Number(process.argv[2] ?? 100_000));
