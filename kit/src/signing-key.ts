import { hash } from 'node:crypto';

/** Bytes of SHA-256: what it takes at once, and what it gives. */
const block = 64;
const digestBytes = 32;

/** Characters of a text that is written where the one before it stood; UTF-8 makes three bytes of each at most. */
const usual = 16 * 1024;
const scratch = Buffer.allocUnsafeSlow(block + usual * 3);

/**
 * A key prepared for many HMAC-SHA-256 (RFC 2104). It says the same as `createHmac` and costs a third of it where
 * many short texts are signed, because no object of OpenSSL is made and thrown away for each.
 */
export class SigningKey {
  readonly #inner: Buffer;
  readonly #outer: Buffer;

  constructor(key: string) {
    const bytes = Buffer.from(key, 'utf8');
    const own = bytes.length > block ? hash('sha256', bytes, 'buffer') : bytes;
    const padded = Buffer.alloc(block);
    own.copy(padded);
    this.#inner = Buffer.from(padded.map((byte) => byte ^ 0x36));
    this.#outer = Buffer.alloc(block + digestBytes);
    this.#outer.set(padded.map((byte) => byte ^ 0x5c));
  }

  /** The HMAC of a text in UTF-8, in hexadecimal digits. */
  sign(text: string): string {
    const room = text.length > usual ? Buffer.allocUnsafe(block + text.length * 3) : scratch;
    room.set(this.#inner);
    const end = block + room.write(text, block, 'utf8');
    // As a text of one byte a character: memory of its own for each digest costs more than the digest.
    this.#outer.write(hash('sha256', room.subarray(0, end), 'binary'), block, 'latin1');
    return hash('sha256', this.#outer, 'hex');
  }
}
