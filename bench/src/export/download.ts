import { get, type IncomingMessage } from 'node:http';
import { loadavg } from 'node:os';
import { createGunzip } from 'node:zlib';

import type { MemoryWatch } from '../import/memory-watch.js';
import { ownTime, timeOfServer } from '../processor-time.js';

/** One address that is read to its end. */
export interface Download {
  readonly name: string;
  readonly path: string;
  readonly coding: 'identity' | 'gzip';
  /** What stands once in each record. */
  readonly mark: string;
  /** How often that stands in what is no record, e.g. behind the headers. */
  readonly besides?: number;
}

/** What reading it took. */
export interface DownloadFigures {
  readonly name: string;
  /** How busy the machine was in the minute before the end. */
  readonly load: number;
  readonly coding: string;
  readonly rows: number;
  /** False where reading was given up before its end, because it took longer than it was to. */
  readonly isWhole: boolean;
  readonly megabytes: number;
  readonly firstByteMilliseconds: number;
  readonly seconds: number;
  readonly rowsPerSecond: number;
  /** Seconds of processor time: of the city's process, which reads the file too, and of the database. */
  readonly processorSeconds: { readonly own: number; readonly database: number };
  /** Milliseconds of them for a row. */
  readonly processorPerRow: { readonly own: number; readonly database: number };
  /** MB that the process held before, at most, and at most in each tenth of the time. */
  readonly memoryMb: {
    readonly before: number;
    readonly most: number;
    readonly peaks: readonly number[];
  };
}

/** What is looked at while something is read, and for how long it is. */
export interface Watched {
  readonly memory: MemoryWatch;
  /** Process id of the database server. */
  readonly server: number;
  /** Milliseconds after which reading is given up. */
  readonly longest: number;
}

/** Reads an address, to its end if that comes in time, and measures it. */
export async function download(
  url: string,
  asked: Download,
  { memory, server, longest }: Watched,
): Promise<DownloadFigures> {
  const processor = [ownTime(), timeOfServer(server)] as const;
  const before = memory.mark();
  const began = performance.now();
  const answer = await answerOf(`${url}${asked.path}`, asked.coding);
  const firstByteMilliseconds = Math.round(performance.now() - began);
  const read = await readOn(answer, asked, { memory, until: began + longest });
  const seconds = (performance.now() - began) / 1_000;
  const rows = read.marks - (asked.besides ?? 0);
  const own = ownTime() - processor[0];
  const database = timeOfServer(server) - processor[1];
  const peaks = tenths([...read.peaks, memory.mark()]);
  return {
    name: asked.name,
    load: tenth(loadavg()[0] ?? 0),
    coding: asked.coding,
    rows,
    isWhole: read.isWhole,
    megabytes: Math.round(read.bytes / 100_000) / 10,
    firstByteMilliseconds,
    seconds: tenth(seconds),
    rowsPerSecond: Math.round(rows / seconds),
    processorSeconds: { own: tenth(own / 1_000), database: tenth(database / 1_000) },
    processorPerRow: { own: thousandth(own / rows), database: thousandth(database / rows) },
    memoryMb: { before, most: Math.max(...peaks), peaks },
  };
}

const tenth = (value: number): number => Math.round(value * 10) / 10;
const thousandth = (value: number): number => Math.round(value * 1_000) / 1_000;

interface Read {
  readonly bytes: number;
  readonly marks: number;
  readonly isWhole: boolean;
  /** The most MB that were held in every ten seconds. */
  readonly peaks: readonly number[];
}

async function readOn(
  answer: IncomingMessage,
  { coding, mark }: Download,
  { memory, until }: { readonly memory: MemoryWatch; readonly until: number },
): Promise<Read> {
  let bytes = 0;
  answer.on('data', ({ byteLength }: Buffer) => (bytes += byteLength));
  const source = coding === 'gzip' ? answer.pipe(createGunzip()) : answer;
  const sought = Buffer.from(mark);
  let [marks, marked, rest] = [0, performance.now(), Buffer.alloc(0)];
  const peaks: number[] = [];
  let isWhole = true;
  for await (const chunk of source) {
    // A response without an encoding gives buffers.
    const read = Buffer.concat([rest, chunk as Buffer]);
    marks += timesIn(read, sought);
    rest = read.subarray(Math.max(0, read.byteLength - sought.byteLength + 1));
    if (performance.now() > until) {
      isWhole = false;
      answer.destroy();
      break;
    }
    if (performance.now() - marked < 10_000) continue;
    peaks.push(memory.mark());
    marked = performance.now();
  }
  return { bytes, marks, isWhole, peaks };
}

function timesIn(bytes: Buffer, sought: Buffer): number {
  let times = 0;
  for (let at = bytes.indexOf(sought); at >= 0; at = bytes.indexOf(sought, at + 1)) times += 1;
  return times;
}

/** Of many figures at most ten, each the greatest of its stretch. */
function tenths(peaks: readonly number[]): number[] {
  const size = Math.ceil(peaks.length / 10);
  return Array.from({ length: Math.ceil(peaks.length / size) }, (_, at) =>
    Math.max(...peaks.slice(at * size, (at + 1) * size)),
  );
}

function answerOf(url: string, coding: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': coding } }, (answer) => {
      if (answer.statusCode === 200) resolve(answer);
      else reject(new Error(`${url} was answered ${answer.statusCode}.`));
    }).once('error', reject);
  });
}
