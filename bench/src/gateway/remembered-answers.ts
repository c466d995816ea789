import { createServer, type AddressInfo, type Socket } from 'node:net';

/*
 * Subgraphs in one process. Each distinct request is executed once, and from then on answered from memory: what is
 * measured is the gateway. Plain sockets, because node:http would cost more than the answers.
 */

/** Executes a request for a subgraph; gives its answer as JSON. */
export type Executed = (subgraph: string, body: string) => Promise<string>;

/** Serves subgraphs, each at its name, and tells the parent where, and, whenever asked, how often they were called. */
export function serveAnswers(executed: Executed): void {
  const desk = new Desk(executed);
  const server = createServer((socket) => desk.serve(socket));
  server.listen(0, '127.0.0.1', () => {
    // A server that listens on TCP has an address with a port.
    const { port } = server.address() as AddressInfo;
    process.send?.({ url: `http://127.0.0.1:${port}` });
  });
  process.on('message', () => process.send?.({ calls: desk.calls }));
}

const none = Buffer.alloc(0);

class Desk {
  readonly #answers = new Map<string, Promise<Buffer> | Buffer>();
  calls = 0;

  constructor(private readonly executed: Executed) {}

  /** Answers the requests of one connection; a request without a length is not understood and ends it. */
  serve(socket: Socket): void {
    let waiting: Buffer = none;
    socket.setNoDelay(true);
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk: Buffer) => {
      waiting = waiting.length > 0 ? Buffer.concat([waiting, chunk]) : chunk;
      for (;;) {
        const end = waiting.indexOf('\r\n\r\n');
        if (end < 0) return;
        const head = waiting.toString('latin1', 0, end);
        const length = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? Number.NaN);
        if (Number.isNaN(length)) return void socket.end(written('411 Length Required', '{}'));
        if (waiting.length < end + 4 + length) return;
        const body = waiting.toString('utf8', end + 4, end + 4 + length);
        waiting = waiting.subarray(end + 4 + length);
        void this.#send(socket, head.slice(head.indexOf(' ') + 1, head.indexOf(' HTTP/')), body);
      }
    });
  }

  async #send(socket: Socket, path: string, body: string): Promise<void> {
    // Traces are taken and forgotten.
    if (path === '/traces') return void socket.write(written('200 OK', '{}'));
    this.calls++;
    const answer = this.#answerOf(path, body);
    socket.write(Buffer.isBuffer(answer) ? answer : await answer);
  }

  #answerOf(path: string, body: string): Promise<Buffer> | Buffer {
    const key = `${path} ${body}`;
    const known = this.#answers.get(key);
    if (known) return known;
    const answer = this.executed(path.slice(1), body).then((text) => {
      const bytes = written('200 OK', text);
      this.#answers.set(key, bytes);
      return bytes;
    });
    this.#answers.set(key, answer);
    return answer;
  }
}

function written(status: string, body: string): Buffer {
  const length = Buffer.byteLength(body);
  return Buffer.from(
    `HTTP/1.1 ${status}\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n${body}`,
  );
}
