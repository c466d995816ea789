import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Where an operator looks. */
export interface OperatorServer {
  /** Address without path, e.g. `http://127.0.0.1:9464`. */
  readonly url: string;
  close(): Promise<void>;
}

/** What stands at the operator's address. */
export interface OperatorServerOptions {
  /** 0 takes a free one. */
  port: number;
  /** Address to listen on; this machine only unless said. */
  host?: string;
  pages: OperatorPages;
}

/** What stands at each path: its media type, and its text as it is when somebody asks. */
export type OperatorPages = ReadonlyMap<string, { readonly type: string; body(): string }>;

/** Serves `/metrics` and what else an operator looks at, at an address of its own, which no client of the graph need ever reach. Rejects when the port is taken. */
export async function openOperatorServer(options: OperatorServerOptions): Promise<OperatorServer> {
  const { host = '127.0.0.1', port, pages } = options;
  const server = createServer((request, response) => {
    const page = pages.get(request.url?.split('?')[0] ?? '');
    if (request.method === 'GET' && page) {
      response.writeHead(200, { 'content-type': `${page.type}; charset=utf-8` });
      response.end(page.body());
      return;
    }
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
    response.end(
      `Nothing is here. Ask ${[...pages.keys()].map((path) => `GET ${path}`).join(' or ')}.\n`,
    );
  });
  server.listen(port, host);
  await once(server, 'listening');
  // A server that listens on TCP has such an address.
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
