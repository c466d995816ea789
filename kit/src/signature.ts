import { createHmac, timingSafeEqual } from 'node:crypto';

/** Name of the HTTP header that carries the signature of a gateway's request. */
export const signatureHeader = 'hub-signature';

/** Seconds by which the clock of a caller and of a service may differ before a request counts as old. */
export const signatureWindow = 60;

/**
 * Signs the exact bytes of a request body, and the second in which it was sent, so that a service can tell
 * that a gateway of this city wrote it: `t=<unix seconds>,v1=<hex HMAC-SHA-256 of "t.body">`.
 */
export function sign(key: string, body: string, now: Date = new Date()): string {
  const time = Math.floor(now.getTime() / 1000);
  return `t=${time},v1=${digest(key, body, time)}`;
}

/** Why a request was not accepted, in the words of the log; the caller learns only that it was refused. */
export type SignatureFault = 'missing' | 'malformed' | 'old' | 'altered';

/** Tells what is wrong with the signature of a body, or undefined when nothing is. */
export function signatureFault(
  key: string,
  body: string,
  options: { signature: string | undefined; now?: Date },
): SignatureFault | undefined {
  if (!options.signature) return 'missing';
  const match = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(options.signature);
  if (!match?.[1] || !match[2]) return 'malformed';
  const time = Number(match[1]);
  const now = (options.now ?? new Date()).getTime() / 1000;
  if (Math.abs(now - time) > signatureWindow) return 'old';
  const expected = Buffer.from(digest(key, body, time), 'hex');
  return timingSafeEqual(expected, Buffer.from(match[2], 'hex')) ? undefined : 'altered';
}

function digest(key: string, body: string, time: number): string {
  return createHmac('sha256', key).update(`${time}.`).update(body).digest('hex');
}
