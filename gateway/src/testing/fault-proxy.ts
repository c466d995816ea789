import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** What a fault proxy does with a connection from now on. */
export type ProxyMode =
  | 'pass'
  /** Takes the request and says nothing. */
  | 'stall'
  /** Breaks the connection before it reads anything. */
  | 'reset'
  /** Breaks the connection in the middle of the answer. */
  | 'reset-mid-body'
  /** Ends the connection politely in the middle of the answer. */
  | 'truncate'
  /** Lets the answer through one byte a second. */
  | 'drip';

/** A proxy between a gateway and one subgraph that breaks what goes through it; plain TCP. */
export interface FaultProxy {
  readonly url: string;
  /** The address of the subgraph behind it. */
  target: string;
  mode: ProxyMode;
  /** What it does with the next connection only, before its mode holds again. */
  next: ProxyMode | undefined;
  /** Connections taken so far, and those open now. */
  taken: number;
  readonly open: number;
  /** Nobody listens at its port any more, and every connection is broken. */
  refuse(): Promise<void>;
  /** Listens again at the same port. */
  listen(): Promise<void>;
  close(): Promise<void>;
}

/** Starts a proxy at a free port. */
export async function openFaultProxy(): Promise<FaultProxy> {
  const proxy = new TcpProxy();
  await proxy.listen();
  return proxy;
}

class TcpProxy implements FaultProxy {
  target = '';
  mode: ProxyMode = 'pass';
  next: ProxyMode | undefined;
  taken = 0;
  readonly #sockets = new Set<Socket>();
  #server: Server | undefined;
  #port = 0;

  get url(): string {
    return `http://127.0.0.1:${this.#port}/graphql`;
  }

  get open(): number {
    return this.#sockets.size;
  }

  async listen(): Promise<void> {
    if (this.#server) return;
    this.#server = createServer((socket) => this.#take(socket));
    this.#server.listen(this.#port, '127.0.0.1');
    await once(this.#server, 'listening');
    // A server that listens on TCP has such an address.
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  async refuse(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    for (const socket of this.#sockets) socket.resetAndDestroy();
    if (!server) return;
    server.close();
    await once(server, 'close');
  }

  close(): Promise<void> {
    return this.refuse();
  }

  #take(socket: Socket): void {
    this.taken += 1;
    this.#sockets.add(socket);
    const own = this.next;
    this.next = undefined;
    const mode = (): ProxyMode => own ?? this.mode;
    socket.on('error', () => undefined);
    if (mode() === 'reset') socket.resetAndDestroy();
    const { hostname, port } = new URL(this.target);
    const upstream = connect(Number(port), hostname);
    upstream.on('error', () => socket.destroy());
    socket.once('close', () => {
      this.#sockets.delete(socket);
      upstream.destroy();
    });
    socket.on('data', (chunk: Buffer) => {
      if (mode() !== 'stall') upstream.write(chunk);
    });
    upstream.on('data', (chunk: Buffer) => answer(socket, chunk, mode()));
    upstream.once('close', () => socket.end());
  }
}

function answer(socket: Socket, chunk: Buffer, mode: ProxyMode): void {
  if (mode === 'drip') return drip(socket, chunk);
  if (mode === 'pass') return void socket.write(chunk);
  if (mode === 'stall') return;
  socket.write(chunk.subarray(0, beginningOf(chunk)), () => {
    if (mode === 'truncate') socket.end();
    else socket.resetAndDestroy();
  });
}

function drip(socket: Socket, bytes: Buffer): void {
  let sent = beginningOf(bytes);
  socket.write(bytes.subarray(0, sent));
  const timer = setInterval(() => {
    socket.write(bytes.subarray(sent, (sent += 1)));
    if (sent >= bytes.length) clearInterval(timer);
  }, 1000);
  socket.once('close', () => clearInterval(timer));
}

/** Bytes of an answer that get through before it breaks: the head and some of the body. */
function beginningOf(answer: Buffer): number {
  return answer.indexOf('\r\n\r\n') + 4 + 10;
}
