import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Serves a contender on a free port and tells its parent where, and, whenever asked, what it has used. */
export function serveContender(
  handle: (message: IncomingMessage, response: ServerResponse) => void,
): void {
  const server = createServer(handle);
  server.listen(0, '127.0.0.1', () => {
    // A server that listens on TCP has an address with a port.
    const { port } = server.address() as AddressInfo;
    process.send?.({ url: `http://127.0.0.1:${port}/graphql` });
  });
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    const peak = process.resourceUsage().maxRSS / 1024;
    process.send?.({ milliseconds: (user + system) / 1000, peak });
  });
  process.on('disconnect', () => process.exit());
}

/** What a contender was told by its parent, in the file its first word names. */
export function toldToContender(): unknown {
  return JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));
}
