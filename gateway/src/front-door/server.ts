import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { ConnectionSettings } from '../configuration/process-settings.js';

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
