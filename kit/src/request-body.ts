import type { IncomingMessage } from 'node:http';

import { Problem } from './problem.js';

/** Bytes of a request body at most; a gateway's fetch of 1,000 keys takes about a tenth of it. */
const bodyLimit = 1_000_000;

/** Reads a body as JSON. Throws BAD_USER_INPUT when it is none. */
export function parseBody(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new Problem('BAD_USER_INPUT', 'The body is not JSON. Send {"query": "…"} as JSON.');
  }
}

/**
 * Reads the whole body of a request. Throws BAD_USER_INPUT when it is longer than a megabyte; the connection stays, so
 * that who sent it learns why.
 */
export async function readBody(request: IncomingMessage): Promise<string> {
  if (Number(request.headers['content-length'] ?? 0) > bodyLimit) throw tooLong();
  const chunks: Buffer[] = [];
  let size = 0;
  // One that is broken off would look like a service that died, and would be asked the same again.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += (chunk as Buffer).length;
    if (size > bodyLimit) throw tooLong();
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function tooLong(): Problem {
  return new Problem(
    'BAD_USER_INPUT',
    `The body is longer than ${bodyLimit} bytes. Ask for less at a time.`,
  );
}
