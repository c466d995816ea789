import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { ConnectionSettings } from '../configuration/process-settings.js';
import { SettingsRefused } from '../configuration/read-settings.js';

/** Milliseconds between two looks for connections whose time is up. */
const lookingAgain = 1000;

/** Headers of one request at most. */
const headersAtMost = 200;

/**
 * Makes a server that no client can hold for long: with limits on connections, on the bytes of headers, on the
 * time headers and bodies take to come, and on silence. Node refuses what has two lengths, or a length beside
 * chunks, or line breaks within a header.
 */
export function guardedServer(
  settings: ConnectionSettings,
  handle: (message: IncomingMessage, response: ServerResponse) => void,
): Server {
  const server = createServer(
    {
      maxHeaderSize: settings.headerBytes,
      headersTimeout: settings.headersTimeout,
      requestTimeout: settings.requestTimeout,
      keepAliveTimeout: settings.keepAlive,
      connectionsCheckingInterval: Math.min(lookingAgain, settings.headersTimeout),
      insecureHTTPParser: false,
      requireHostHeader: true,
      noDelay: true,
    },
    handle,
  );
  server.maxHeadersCount = headersAtMost;
  server.maxConnections = settings.limit;
  server.timeout = settings.idle;
  return server;
}

/** Where a server is to be reached. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

/** Begins to listen; resolves when it does. Rejects with SettingsRefused where nobody can listen there. */
export async function listenOn(server: Server, { host, port }: Address): Promise<void> {
  server.listen(port, host);
  await once(server, 'listening').catch((error: unknown) => {
    throw addressRefused('listen', { host, port }, error) ?? error;
  });
}

/** What is to be changed in a setting whose address cannot be listened on; undefined where it is something else. */
export function addressRefused(
  setting: string,
  { host, port }: Address,
  cause: unknown,
): SettingsRefused | undefined {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  const why = {
    EADDRINUSE: `"${setting}.port" ${port} is taken by another program. Stop that one, or set another port`,
    EACCES: `"${setting}.port" ${port} is kept for the administrator of this machine. Set a port from 1024 on`,
    EADDRNOTAVAIL: `"${setting}.host" ${host} is no address of this machine. Set one of its own, or "0.0.0.0" for all`,
    ENOTFOUND: `"${setting}.host" ${host} is no name that is known here. Set an address of this machine`,
  }[String(code)];
  return why === undefined ? undefined : new SettingsRefused(`${why}.`, { cause });
}

/** How a server ends. */
export interface Draining {
  /** Tells probes that nothing more should be sent here, and clients to close their connections. */
  retire(): void;
  /** Milliseconds in which probes may notice before no more connections are taken. */
  notice: number;
  /** Milliseconds that requests in work get to finish. */
  grace: number;
}

/** Ends a server without losing a request that was sent before its sender could know; resolves when it is closed. */
export async function drain(server: Server, { retire, notice, grace }: Draining): Promise<void> {
  retire();
  if (notice > 0) await pause(notice);
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  server.closeIdleConnections();
  const force = setTimeout(() => server.closeAllConnections(), grace);
  await closed;
  clearTimeout(force);
}
