// Who asks: the signature of the city's gateways, as docs/signature.md describes it.
import { createHmac, timingSafeEqual } from 'node:crypto';

const window = 60;
const accepted = new Map();

/** Tells whether a gateway signed these bytes with our key, just now and for the first time. */
export function isSigned(key, body, header) {
  const match = /^t=(\d{1,12}),n=([\w-]{8,64}),v1=([0-9a-f]{64})$/.exec(header ?? '');
  if (!match) return false;
  const [, seconds, nonce, hex] = match;
  const now = Date.now() / 1000;
  if (Math.abs(now - Number(seconds)) > window) return false;
  const expected = createHmac('sha256', key).update(`${seconds}.${nonce}.${body}`).digest();
  if (!timingSafeEqual(expected, Buffer.from(hex, 'hex'))) return false;
  for (const [word, time] of accepted) if (now - time > 2 * window) accepted.delete(word);
  if (accepted.has(hex) || accepted.size > 100_000) return false;
  accepted.set(hex, now);
  return true;
}
