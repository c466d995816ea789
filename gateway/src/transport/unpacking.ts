import type { Transform } from 'node:stream';
import { constants, createBrotliDecompress, createGunzip, createZstdDecompress } from 'node:zlib';
import { SubgraphSilent } from '../errors/gateway-error.js';

/** Where the bytes of a reply go. */
export interface Sink {
  /** Takes some bytes; a promise when no more should come before it resolves. */
  take(chunk: Buffer): Promise<unknown> | undefined;
  /** Gives everything once there is no more to come. */
  end(done: (bytes: Buffer) => void): void;
  /** Lets go of what was taken. */
  drop(): void;
}

/** The encodings that can be unpacked. */
export const knownEncodings = ['gzip', 'br', 'zstd'] as const;

/** One of the encodings that can be unpacked. */
export type Encoding = (typeof knownEncodings)[number];

const chunkSize = 64 * 1024;

// How far back a zstd answer may refer, which has to be held: 8 MiB, as RFC 8878 and RFC 9659 have it for HTTP.
const window = { [constants.ZSTD_d_windowLogMax]: 23 };

const unpackers: Readonly<Record<Encoding, () => Transform>> = {
  gzip: () => createGunzip({ chunkSize }),
  br: () => createBrotliDecompress({ chunkSize }),
  zstd: () => createZstdDecompress({ chunkSize, params: window }),
};

/**
 * Unpacks a reply while it comes and stops in the middle when it grows over the limit: what a few bytes
 * would unpack to is never held, and never computed.
 */
export function unpacking(
  encoding: Encoding,
  limit: number,
  fail: (failure: SubgraphSilent) => void,
): Sink {
  return new Unpacking(unpackers[encoding](), limit, fail);
}

class Unpacking implements Sink {
  #chunks: Buffer[] = [];
  #size = 0;

  constructor(
    private readonly stream: Transform,
    private readonly limit: number,
    fail: (failure: SubgraphSilent) => void,
  ) {
    stream.on('data', (chunk: Buffer) => {
      this.#size += chunk.byteLength;
      if (this.#size <= this.limit) this.#chunks.push(chunk);
      else fail(new SubgraphSilent('too-large', `more than ${this.limit} bytes when unpacked`));
    });
    stream.on('error', (cause) => {
      fail(new SubgraphSilent('not-unpackable', 'cannot be unpacked', { cause }));
    });
  }

  take(chunk: Buffer): Promise<unknown> | undefined {
    return this.stream.write(chunk) ? undefined : this.#roomAgain();
  }

  /** Settles when the stream takes more; one that fails or is dropped tells nobody that it drained, but that it closed. */
  #roomAgain(): Promise<void> {
    const { stream } = this;
    return new Promise((resolve) => {
      const settle = (): void => {
        stream.off('drain', settle);
        stream.off('close', settle);
        resolve();
      };
      stream.on('drain', settle);
      stream.on('close', settle);
    });
  }

  end(done: (bytes: Buffer) => void): void {
    this.stream.once('end', () => done(Buffer.concat(this.#chunks)));
    this.stream.end();
  }

  drop(): void {
    this.#chunks = [];
    this.stream.destroy();
  }
}
