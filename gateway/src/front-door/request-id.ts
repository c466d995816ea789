import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Name of the header that names a request, both ways. */
export const requestIdHeader = 'x-request-id';

/** Forms of generated names (UUID, ULID, hexadecimal): a name a person could read may hold anything. */
const generated =
  /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9A-HJKMNP-TV-Z]{26}|[0-9a-f]{32})$/i;

/** The name of a request in logs, traces and the access record: as it came when it has the form of a generated one, else one of ours. */
export function requestIdOf(message: IncomingMessage): string {
  const given = message.headers[requestIdHeader];
  return typeof given === 'string' && generated.test(given) ? given : randomUUID();
}
