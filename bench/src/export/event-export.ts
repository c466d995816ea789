import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { createGateway, type Gateway } from '@manabi/gateway/gateway';
import { departments } from '@manabi/hub/city/departments';
import { municipality } from '@manabi/hub/city/municipality';
import { portalGraph } from '@manabi/hub/city/portal-graph';
import { printGraph } from '@manabi/hub/graph/graph';
import { OpenData } from '@manabi/portal/open-data/open-data';
import { pino } from 'pino';

import { type MemoryWatch, watchMemory } from '../import/memory-watch.js';
import { ownTime } from '../processor-time.js';
import { type FilledCity, openFilledCity } from '../proof/filled-city.js';
import { record } from '../record.js';

/*
 * Downloads イベント一覧 of a city with many opportunities, services, gateway and portal in one process: time, and the
 * memory of that process, every ten seconds. The second word names a folder in which the filled
 * city is kept, as `npm run prove -- proofs` keeps it.
 */

const [count = '1000000', folder] = process.argv.slice(2);

/** Rows a second that an export is aimed at. */
const aim = 2_000;

const files = [
  { encoding: 'utf-8', coding: 'identity' },
  { encoding: 'cp932', coding: 'gzip' },
] as const;

function gatewayOf({ services }: FilledCity): Gateway {
  return createGateway({
    supergraphSdl: printGraph(departments).public,
    subgraphs: services.transports,
    contract: 'public',
    mode: 'development',
    log: pino({ level: 'silent' }),
  });
}

async function serve(gateway: Gateway): Promise<Server> {
  const { municipalityCode, prefectureName = '', municipalityName = '' } = municipality;
  const named = { code: municipalityCode, prefecture: prefectureName, city: municipalityName };
  const openData = new OpenData({
    graph: portalGraph(gateway),
    municipality: named,
    address: () => 'http://localhost',
  });
  const server = createServer((request, response) => {
    openData.answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return server;
}

interface Figures {
  readonly encoding: string;
  readonly coding: string;
  readonly rows: number;
  readonly megabytes: number;
  readonly firstByteMilliseconds: number;
  readonly seconds: number;
  readonly rowsPerSecond: number;
  readonly processorSeconds: number;
  /** MB held before, and the most in every ten seconds. */
  readonly memoryMb: readonly number[];
}

async function download(
  url: string,
  { encoding, coding }: (typeof files)[number],
  memory: MemoryWatch,
): Promise<Figures> {
  const processor = ownTime();
  const memoryMb = [memory.mark()];
  const began = performance.now();
  const answer = await answerOf(`${url}&encoding=${encoding}`, coding);
  const firstByteMilliseconds = Math.round(performance.now() - began);
  let [bytes, marked] = [0, performance.now()];
  for await (const chunk of answer) {
    // A response without an encoding gives buffers.
    bytes += (chunk as Buffer).byteLength;
    if (performance.now() - marked < 10_000) continue;
    memoryMb.push(memory.mark());
    marked = performance.now();
  }
  memoryMb.push(memory.mark());
  const seconds = (performance.now() - began) / 1_000;
  const rows = Number(answer.trailers['x-rows']);
  return {
    encoding,
    coding,
    rows,
    megabytes: Math.round(bytes / 100_000) / 10,
    firstByteMilliseconds,
    seconds: Math.round(seconds * 10) / 10,
    rowsPerSecond: Math.round(rows / seconds),
    processorSeconds: Math.round((ownTime() - processor) / 1_000),
    memoryMb,
  };
}

function answerOf(url: string, coding: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': coding } }, (answer) => {
      if (answer.statusCode === 200) resolve(answer);
      else reject(new Error(`The file was answered ${answer.statusCode}.`));
    }).once('error', reject);
  });
}

/** How many opportunities the list is to hold: all that have a date and take place. */
async function dated({ services }: FilledCity): Promise<number> {
  const em = services.services.get('center')?.orm.em.fork();
  const counted = await em?.execute<{ count: string }[]>(
    `select count(*) from opportunity_search where not cancelled and starts_sort < 'infinity'`,
  );
  return Number(counted?.[0]?.count);
}

/** Fails on what must never be; of slowness it only tells, for that may be the machine's. */
function judge({ rows, rowsPerSecond, memoryMb }: Figures, expected: number): void {
  if (rows !== expected) throw new Error(`The file has ${rows} rows of ${expected}.`);
  const [before = 0] = memoryMb;
  const most = Math.max(...memoryMb);
  if (most > before + 400) throw new Error(`Memory grew from ${before} to ${most} MB.`);
  if (rowsPerSecond < aim) process.stdout.write(`Aimed at ${aim} rows a second.\n`);
}

const city = await openFilledCity({ opportunities: Number(count), folder });
const memory = watchMemory();
const gateway = gatewayOf(city);
const server = await serve(gateway);
try {
  // A server that listens on TCP has an address with a port.
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/open-data/${municipality.municipalityCode}_event.csv?from=2000-01-01`;
  const figures: Figures[] = [];
  for (const file of files) {
    const figure = await download(url, file, memory);
    process.stdout.write(`${JSON.stringify(figure)}\n`);
    figures.push(figure);
  }
  record(`exports-${count}`, { aim, files: figures });
  const expected = await dated(city);
  for (const figure of figures) judge(figure, expected);
} finally {
  memory.stop();
  server.close();
  await gateway.close();
  await city.close();
}
