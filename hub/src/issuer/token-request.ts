import type { IncomingMessage } from 'node:http';

import { TokenProblem } from './token-problem.js';

/** What a system asks for and how it proves itself. */
export interface TokenRequest {
  readonly name: string;
  readonly secret: string;
  /** Scopes it wants; all that it has unless said. */
  readonly scopes: readonly string[] | undefined;
}

const bodyLimit = 8_192;

/** Reads a request for a token by client credentials (RFC 6749 §4.4). Throws a TokenProblem. */
export async function readTokenRequest(request: IncomingMessage): Promise<TokenRequest> {
  if (request.method !== 'POST') {
    throw new TokenProblem('invalid_request', 'Ask for a token by POST.', {
      status: 405,
      headers: { allow: 'POST' },
    });
  }
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded') {
    throw new TokenProblem(
      'invalid_request',
      'Send the request as application/x-www-form-urlencoded.',
      { status: 415 },
    );
  }
  const form = formOf(await bodyOf(request));
  if (form.get('grant_type') !== 'client_credentials') {
    throw new TokenProblem(
      'unsupported_grant_type',
      'Only systems get tokens here: send grant_type=client_credentials.',
    );
  }
  const scopes = form.get('scope')?.split(' ').filter(Boolean);
  return { ...credentialsOf(request, form), scopes };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    // A stream of a request without an encoding gives buffers.
    size += (chunk as Buffer).length;
    if (size > bodyLimit) {
      throw new TokenProblem('invalid_request', `Send no more than ${bodyLimit} bytes.`, {
        status: 413,
        headers: { connection: 'close' },
      });
    }
    // As above.
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function formOf(body: string): Map<string, string> {
  const form = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(body)) {
    if (form.has(name)) {
      throw new TokenProblem('invalid_request', `"${name}" came more than once; send it once.`);
    }
    form.set(name, value);
  }
  return form;
}

/** Who asks: by the Authorization header (client_secret_basic) or in the form (client_secret_post), not both. */
function credentialsOf(
  { rawHeaders }: IncomingMessage,
  form: ReadonlyMap<string, string>,
): { name: string; secret: string } {
  const shown = rawHeaders.filter(
    (_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === 'authorization',
  );
  const inForm = form.has('client_secret') || form.has('client_id');
  if (shown.length + (form.has('client_secret') ? 1 : 0) > 1) {
    throw new TokenProblem('invalid_request', 'Prove who you are in one way only.');
  }
  const [header] = shown;
  if (header !== undefined) return inHeader(header);
  if (!inForm) throw unproven();
  return { name: form.get('client_id') ?? '', secret: form.get('client_secret') ?? '' };
}

function inHeader(header: string): { name: string; secret: string } {
  const encoded = /^basic ([A-Za-z0-9+/]+=*)$/i.exec(header)?.[1];
  if (encoded === undefined) throw unproven();
  const pair = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = pair.indexOf(':');
  if (colon < 0) throw unproven();
  try {
    // RFC 6749 §2.3.1: both parts are form-encoded before they are joined.
    const [name, secret] = [pair.slice(0, colon), pair.slice(colon + 1)].map((part) =>
      decodeURIComponent(part.replaceAll('+', ' ')),
    );
    return { name: name ?? '', secret: secret ?? '' };
  } catch {
    throw unproven();
  }
}

/** The answer to whoever is not a registered system with its secret; it does not say which of both is wrong. */
export function unproven(): TokenProblem {
  return new TokenProblem(
    'invalid_client',
    'No system is registered by that name and secret. Check both, or register it anew: npm run hub -- client add.',
    { status: 401, headers: { 'www-authenticate': 'Basic realm="manabi-hub"' } },
  );
}
