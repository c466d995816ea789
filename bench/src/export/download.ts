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
  /** What stands once in each record, where no trailer tells how many there are. */
  readonly mark?: string;
}

/** What reading it took. */
export interface DownloadFigures {
  readonly name: string;
  /** How busy the machine was in the minute before the end. */
  readonly load: number;
  readonly coding: string;
  readonly rows: number;
  readonly megabytes: number;
  readonly firstByteMilliseconds: number;
  readonly seconds: number;
  readonly rowsPerSecond: number;
  /** Seconds of processor time: of the city's process, which reads the file too, and of the database. */
  readonly processorSeconds: { readonly own: number; readonly database: number };
  /** MB that the process held before, and at most in each tenth of the time between and of the whole. */
  readonly memoryMb: { readonly before: number; readonly peaks: readonly number[] };
}

/** Reads an address to its end and measures it. */
export async function download(
  url: string,
  asked: Download,
  { memory, server }: { readonly memory: MemoryWatch; readonly server: number },
): Promise<DownloadFigures> {
  const processor = [ownTime(), timeOfServer(server)] as const;
  const before = memory.mark();
  const began = performance.now();
  const answer = await answerOf(`${url}${asked.path}`, asked.coding);
  const firstByteMilliseconds = Math.round(performance.now() - began);
  const read = await readToEnd(answer, asked, memory);
  const seconds = (performance.now() - began) / 1_000;
  const { mark } = asked;
  const rows = mark === undefined ? Number(answer.trailers['x-rows']) : read.marks;
  return {
    name: asked.name,
    load: tenth(loadavg()[0] ?? 0),
    coding: asked.coding,
    rows,
    megabytes: Math.round(read.bytes / 100_000) / 10,
    firstByteMilliseconds,
    seconds: tenth(seconds),
    rowsPerSecond: Math.round(rows / seconds),
    processorSeconds: {
      own: tenth((ownTime() - processor[0]) / 1_000),
      database: tenth((timeOfServer(server) - processor[1]) / 1_000),
    },
    memoryMb: { before, peaks: tenths([...read.peaks, memory.mark()]) },
  };
}

const tenth = (value: number): number => Math.round(value * 10) / 10;

interface Read {
  readonly bytes: number;
  readonly marks: number;
  /** The most MB that were held in every ten seconds. */
  readonly peaks: readonly number[];
}

async function readToEnd(
  answer: IncomingMessage,
  { coding, mark }: Download,
  memory: MemoryWatch,
): Promise<Read> {
  const isCounted = mark !== undefined;
  const source = coding === 'gzip' && isCounted ? answer.pipe(createGunzip()) : answer;
  let [bytes, marks, marked, rest] = [0, 0, performance.now(), ''];
  const peaks: number[] = [];
  for await (const chunk of source) {
    // A response without an encoding gives buffers.
    const buffer = chunk as Buffer;
    bytes += buffer.byteLength;
    if (isCounted) {
      const text = rest + buffer.toString('latin1');
      marks += text.split(mark).length - 1;
      rest = text.slice(1 - mark.length);
    }
    if (performance.now() - marked < 10_000) continue;
    peaks.push(memory.mark());
    marked = performance.now();
  }
  return { bytes, marks, peaks };
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
