/** What a `Cache-Control` header allows. */
export interface Allowed {
  /** Whether an answer may be kept at all for others than who asked. */
  isKept: boolean;
  /** Seconds for which it may be used; undefined where the header sets no limit. */
  seconds: number | undefined;
}

const everything: Allowed = { isKept: true, seconds: undefined };
const forbidding = new Set(['no-store', 'private', 'no-cache', 'must-understand']);

/**
 * Reads a subgraph's `Cache-Control`. It can only take away: "public" is not believed, since the contract
 * alone decides what is; what cannot be read forbids.
 */
export function allowedBy(header: string | undefined): Allowed {
  if (header === undefined || header.trim() === '') return everything;
  let seconds: number | undefined;
  let shared: number | undefined;
  for (const part of header.split(',')) {
    const [name = '', value = ''] = part.split('=').map((each) => each.trim().toLowerCase());
    if (forbidding.has(name)) return { isKept: false, seconds: 0 };
    if (name === 'max-age') seconds = Math.min(seconds ?? Infinity, secondsOf(value));
    if (name === 's-maxage') shared = Math.min(shared ?? Infinity, secondsOf(value));
  }
  const limit = shared ?? seconds;
  return { isKept: limit === undefined || limit > 0, seconds: limit };
}

function secondsOf(value: string): number {
  const digits = /^"?(\d{1,10})"?$/.exec(value)?.[1];
  return digits === undefined ? 0 : Number(digits);
}
