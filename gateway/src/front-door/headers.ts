import type { IncomingMessage } from 'node:http';
import { HttpRefused } from '../errors/http-refused.js';

/** Headers of which two would let two readers of one request understand two things. */
const single: ReadonlySet<string> = new Set([
  'authorization',
  'content-encoding',
  'content-length',
  'content-type',
  'host',
  'transfer-encoding',
]);

/**
 * Refuses requests whose headers may be read in two ways, and bodies that are packed. Node refuses the rest
 * before: two lengths, a length beside chunks, line breaks, and headers that are too long. Nothing a client
 * says in its headers is passed on to a subgraph.
 */
export function refuseOddHeaders({ rawHeaders, headers }: IncomingMessage): void {
  const seen = new Set<string>();
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at]?.toLowerCase() ?? '';
    if (!single.has(name)) continue;
    if (seen.has(name)) {
      throw new HttpRefused(400, `The header "${name}" came twice; send it once.`, {
        connection: 'close',
      });
    }
    seen.add(name);
  }
  const encoding = headers['content-encoding']?.toLowerCase() ?? 'identity';
  if (encoding === 'identity') return;
  throw new HttpRefused(415, 'Send the body as it is, without packing it.', {
    'accept-encoding': 'identity',
    connection: 'close',
  });
}
