import { createServer, type AddressInfo, type Socket } from 'node:net';
import { shopAnswer } from './workload/shop-answer.js';

/*
 * The subgraphs of the workload in one process. Each distinct request is executed once, and from then on answered
 * from memory: what is measured is the gateway. Plain sockets, because node:http would cost more than the answers.
 */

const answers = new Map<string, Promise<Buffer> | Buffer>();
let calls = 0;

async function executed(path: string, body: string): Promise<Buffer> {
  // A gateway wrote it; what it forgot graphql-js tells.
  const request = JSON.parse(body) as { query: string; variables?: object | null };
  return written('200 OK', JSON.stringify(await shopAnswer(path.slice(1), request)));
}

function written(status: string, body: string): Buffer {
  const length = Buffer.byteLength(body);
  return Buffer.from(
    `HTTP/1.1 ${status}\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n${body}`,
  );
}

function answerOf(path: string, body: string): Promise<Buffer> | Buffer {
  const key = `${path} ${body}`;
  let answer = answers.get(key);
  if (!answer) {
    answer = executed(path, body).then((bytes) => {
      answers.set(key, bytes);
      return bytes;
    });
    answers.set(key, answer);
  }
  return answer;
}

const none = Buffer.alloc(0);

async function send(socket: Socket, path: string, body: string): Promise<void> {
  // Traces are taken and forgotten.
  if (path === '/traces') return void socket.write(written('200 OK', '{}'));
  calls++;
  const answer = answerOf(path, body);
  socket.write(Buffer.isBuffer(answer) ? answer : await answer);
}

/** Answers the requests of one connection; a request without a length is not understood and ends it. */
function serve(socket: Socket): void {
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
      void send(socket, head.slice(head.indexOf(' ') + 1, head.indexOf(' HTTP/')), body);
    }
  });
}

const server = createServer(serve);
server.listen(0, '127.0.0.1', () => {
  // A server that listens on TCP has an address with a port.
  const { port } = server.address() as AddressInfo;
  process.send?.({ url: `http://127.0.0.1:${port}` });
});
process.on('message', () => process.send?.({ calls }));
process.on('disconnect', () => process.exit());
