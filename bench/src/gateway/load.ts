import { connect } from 'node:net';
import { quantile } from '../statistics.js';

/** What is asked, how often at once, and for how long. */
export interface Load {
  readonly url: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly connections: number;
  readonly milliseconds: number;
  /** Goes on until there were so many answers. */
  readonly atLeast?: number;
}

/** What a load was answered with. */
export interface LoadFigures {
  readonly answers: number;
  /** Answers that were no 200, or of another length than the first. */
  readonly faults: number;
  readonly seconds: number;
  readonly p50: number;
  readonly p99: number;
}

/** Asks the same over and over on kept connections, each waiting for its answer; ends after the time given. */
export async function loaded(load: Load): Promise<LoadFigures> {
  const { hostname, port, pathname } = new URL(load.url);
  const tally: Tally = { latencies: [], faults: 0, length: undefined };
  const headers = Object.entries({ ...load.headers, 'content-type': 'application/json' });
  const head = [
    `POST ${pathname} HTTP/1.1`,
    `host: ${hostname}:${port}`,
    `content-length: ${Buffer.byteLength(load.body)}`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
  ];
  const request = Buffer.from(`${head.join('\r\n')}\r\n\r\n${load.body}`);
  const began = performance.now();
  const until = began + load.milliseconds;
  const { atLeast = 0 } = load;
  await Promise.all(
    Array.from({ length: load.connections }, () =>
      connection({ hostname, port: Number(port), request, until, atLeast, tally }),
    ),
  );
  const { latencies, faults } = tally;
  return {
    answers: latencies.length,
    faults,
    seconds: (performance.now() - began) / 1000,
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
  };
}

interface Tally {
  readonly latencies: number[];
  faults: number;
  /** Of the first answer's body. */
  length: number | undefined;
}

interface Asking {
  readonly hostname: string;
  readonly port: number;
  readonly request: Buffer;
  readonly until: number;
  readonly atLeast: number;
  readonly tally: Tally;
}

function connection({ hostname, port, request, tally, ...end }: Asking): Promise<void> {
  return new Promise((resolve, reject) => {
    let sent = 0;
    const reading = new Reading();
    const socket = connect({ host: hostname, port, noDelay: true });
    const ask = (): void => {
      sent = performance.now();
      socket.write(request);
    };
    socket.setTimeout(60_000, () => socket.destroy(new Error('No answer came within a minute.')));
    socket.on('connect', ask);
    socket.on('error', reject);
    socket.on('close', () => resolve());
    socket.on('data', (chunk: Buffer) => {
      const answer = reading.add(chunk);
      if (!answer) return;
      const now = performance.now();
      tally.latencies.push(now - sent);
      tally.length ??= answer.length;
      if (answer.status !== 200 || answer.length !== tally.length) tally.faults++;
      if (now < end.until || tally.latencies.length < end.atLeast) ask();
      else socket.end();
    });
  });
}

/** Reads one answer after another off a connection, without keeping their bytes. */
class Reading {
  #head: Buffer | undefined;
  #status = 0;
  #isChunked = false;
  #length = 0;
  #got = 0;
  #tail: Buffer = Buffer.alloc(0);

  /** The answer that this chunk completes. */
  add(chunk: Buffer): { status: number; length: number } | undefined {
    let body = chunk;
    if (this.#status === 0) {
      const all = this.#head ? Buffer.concat([this.#head, chunk]) : chunk;
      const end = all.indexOf('\r\n\r\n');
      if (end < 0) return void (this.#head = all);
      this.#begin(all.toString('latin1', 0, end));
      body = all.subarray(end + 4);
    }
    this.#got += body.length;
    if (this.#isChunked) this.#tail = Buffer.concat([this.#tail, body.subarray(-5)]).subarray(-5);
    const isWhole = this.#isChunked ? this.#tail.equals(lastChunk) : this.#got >= this.#length;
    if (!isWhole) return undefined;
    // How an answer is cut into chunks is nobody's promise.
    const answer = { status: this.#status, length: this.#isChunked ? 0 : this.#got };
    this.#status = 0;
    this.#head = undefined;
    return answer;
  }

  #begin(head: string): void {
    this.#status = Number(head.slice(9, 12));
    this.#isChunked = /\r\ntransfer-encoding: *chunked/i.test(head);
    this.#length = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
    this.#got = 0;
    this.#tail = Buffer.alloc(0);
  }
}

const lastChunk = Buffer.from('0\r\n\r\n');
