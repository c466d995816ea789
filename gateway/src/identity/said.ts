import { headerRepeated, TokenRefused, tokenNotAccepted } from './refusals.js';

/** What a request says of who asks and what for, unchecked. */
export interface Said {
  token?: string;
  purpose?: string;
  basis?: string;
}

const headers: ReadonlyMap<string, keyof Said> = new Map([
  ['authorization', 'token'],
  ['hub-purpose', 'purpose'],
  ['hub-legal-basis', 'basis'],
]);
const lengths = new Set([...headers.keys()].map(({ length }) => length));

/**
 * Reads the headers that tell who asks, from the raw list: Node keeps only the first of several
 * `Authorization` headers, and two of them are an attempt to be two callers. Throws HttpRefused.
 */
export function saidIn(rawHeaders: readonly string[]): Said {
  const said: Said = {};
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? '';
    if (!lengths.has(name.length)) continue;
    const lower = name.toLowerCase();
    const part = headers.get(lower);
    if (!part) continue;
    if (said[part] !== undefined) {
      if (part !== 'token') throw headerRepeated(lower);
      throw tokenNotAccepted(new TokenRefused('several Authorization headers'));
    }
    const value = rawHeaders[index + 1] ?? '';
    said[part] = part === 'token' ? tokenIn(value) : value.trim();
  }
  return said;
}

const bearer = /^bearer ([A-Za-z0-9._~+/-]+=*)$/i;

function tokenIn(authorization: string): string {
  const token = bearer.exec(authorization)?.[1];
  if (token !== undefined) return token;
  throw tokenNotAccepted(new TokenRefused('an Authorization header that is not "Bearer <token>"'));
}
