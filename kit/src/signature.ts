import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { SigningKey } from './signing-key.js';

/** Name of the HTTP header that carries the signature of a gateway's request. */
export const signatureHeader = 'hub-signature';

/** Seconds, unless a service allows less, by which the clock of a caller and of a service may differ before a request counts as old. */
export const signatureWindow = 60;

/** When something was signed, and the word that no other signature of the same minutes has. */
export interface Moment {
  readonly now?: Date;
  /** 8 to 64 of `A–Z a–z 0–9 _ -`; a fresh one unless said. */
  readonly nonce?: string;
}

/**
 * Signs the exact bytes of a request body, the second in which it was sent and a word used once, so that a
 * service can tell that a gateway of this city wrote it, and wrote it for this one request:
 * `t=<unix seconds>,n=<nonce>,v1=<hex HMAC-SHA-256 of "t.n.body">`. Every try of a request is signed anew. Who
 * signs often gives the key prepared.
 */
export function sign(key: string | SigningKey, body: string, moment: Moment = {}): string {
  const time = Math.floor((moment.now?.getTime() ?? Date.now()) / 1000);
  const nonce = moment.nonce ?? freshNonce();
  const signing = typeof key === 'string' ? new SigningKey(key) : key;
  return `t=${time},n=${nonce},v1=${signing.sign(`${time}.${nonce}.${body}`)}`;
}

/** Why a request was not accepted, in the words of the log; the caller learns only that it was refused. */
export type SignatureFault = 'missing' | 'malformed' | 'old' | 'altered' | 'replayed' | 'too-many';

/** Remembers which signatures were accepted, so that none is accepted twice. */
export interface Remembered {
  /** Notes a signature made in a second; tells when it was there before, or does not fit. */
  note(signature: string, time: number, now: number): 'new' | 'replayed' | 'too-many';
}

/** What came with a request beside its body, and how it is judged; `window` is `signatureWindow` unless said. */
export interface GivenSignature {
  readonly signature: string | undefined;
  readonly now?: Date;
  readonly window?: number;
}

/** Tells what is wrong with a signature before the body is there: whether it has the form of one and is of this minute. */
export function earlyFault(given: GivenSignature): SignatureFault | undefined {
  const said = saidBy(given);
  return typeof said === 'string' ? said : undefined;
}

/** Tells what is wrong with the signature of a body, or undefined when nothing is. */
export function signatureFault(
  key: string,
  body: string,
  given: GivenSignature & { remembered?: Remembered },
): SignatureFault | undefined {
  const said = saidBy(given);
  if (typeof said === 'string') return said;
  const { time, nonce, hex, now } = said;
  const expected = digest(key, `${time}.${nonce}.${body}`);
  if (!timingSafeEqual(expected, Buffer.from(hex, 'hex'))) return 'altered';
  // Only what is truly signed is remembered: nobody else can fill the memory.
  const signature = expected.toString('latin1', 0, 16);
  const known = given.remembered?.note(signature, Number(time), now) ?? 'new';
  return known === 'new' ? undefined : known;
}

/** The parts of a signature, the second as it is written, and the second in which it is read. */
interface Said {
  readonly time: string;
  readonly nonce: string;
  readonly hex: string;
  readonly now: number;
}

function saidBy({ signature, now: clock, window }: GivenSignature): Said | SignatureFault {
  if (!signature) return 'missing';
  const match = /^t=(\d{1,12}),n=([\w-]{8,64}),v1=([0-9a-f]{64})$/.exec(signature);
  const [, time, nonce, hex] = match ?? [];
  if (!time || !nonce || !hex) return 'malformed';
  const now = (clock?.getTime() ?? Date.now()) / 1000;
  const isOld = Math.abs(now - Number(time)) > (window ?? signatureWindow);
  return isOld ? 'old' : { time, nonce, hex, now };
}

function digest(key: string, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

// Drawn once for each process; the counter makes each word of the process another.
const ownWord = randomBytes(12).toString('base64url');
let counter = 0;

function freshNonce(): string {
  counter += 1;
  return `${ownWord}-${counter.toString(36)}`;
}
