import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { request } from 'undici';
import type { Keys } from './keys.js';

/** Where an issuer publishes its keys and how often it is asked. All times are milliseconds. */
export interface RemoteKeysOptions {
  readonly url: string;
  /** The provider is asked once in this time at most, whatever unknown keys tokens name; 30,000 unless said. */
  readonly interval?: number;
  /** Keys older than this are asked for again while they go on being used; 600,000 unless said. */
  readonly freshFor?: number;
  /** The last good keys are used for this long while the provider is silent; 3,600,000 unless said. */
  readonly keptFor?: number;
  /** How long one answer of the provider is waited for; 3,000 unless said. */
  readonly timeout?: number;
  /** Receives why the provider gave no keys, for the log. */
  readonly onFailure?: (error: unknown) => void;
}

const bytesAtMost = 256 * 1024;
const keysAtMost = 100;

/** Keys that an issuer publishes at an address (a JWK set, RFC 7517 §5). */
export class RemoteKeys implements Keys {
  readonly #options: Required<Omit<RemoteKeysOptions, 'onFailure'>>;
  readonly #onFailure: RemoteKeysOptions['onFailure'];
  #find: ReturnType<typeof createLocalJWKSet> | undefined;
  #text = '';
  #version = 0;
  #gotAt = -Infinity;
  #askedAt = -Infinity;
  #asking: Promise<void> | undefined;

  constructor({ onFailure, ...options }: RemoteKeysOptions) {
    this.#onFailure = onFailure;
    this.#options = {
      interval: 30_000,
      freshFor: 600_000,
      keptFor: 3_600_000,
      timeout: 3_000,
      ...options,
    };
  }

  readonly find: JWTVerifyGetKey = async (header, token) => {
    this.version();
    if (!this.#find) await this.#ask();
    const before = this.#find;
    try {
      return await this.#keyFor(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      await this.#ask();
      if (this.#find === before) throw error;
      return this.#keyFor(header, token);
    }
  };

  version(): number {
    // Monotonic: a clock that is set back must not stop the provider from being asked.
    const age = performance.now() - this.#gotAt;
    if (this.#find && age > this.#options.keptFor) {
      this.#find = undefined;
      this.#text = '';
      this.#version++;
    }
    if (this.#find && age > this.#options.freshFor) void this.#ask();
    return this.#version;
  }

  #keyFor(...[header, token]: Parameters<JWTVerifyGetKey>): ReturnType<JWTVerifyGetKey> {
    if (!this.#find) throw new errors.JWKSNoMatchingKey('the provider has given no keys');
    return this.#find(header, token);
  }

  /** Asks the provider, unless it was asked within the interval; settles when what is under way is done. */
  #ask(): Promise<void> {
    if (this.#asking) return this.#asking;
    if (performance.now() - this.#askedAt < this.#options.interval) return Promise.resolve();
    this.#askedAt = performance.now();
    this.#asking = this.#load()
      .catch((error: unknown) => this.#onFailure?.(error))
      .finally(() => {
        this.#asking = undefined;
      });
    return this.#asking;
  }

  async #load(): Promise<void> {
    const text = await textAt(this.#options.url, AbortSignal.timeout(this.#options.timeout));
    if (text !== this.#text) {
      this.#find = createLocalJWKSet(keySet(text));
      this.#text = text;
      this.#version++;
    }
    this.#gotAt = performance.now();
  }
}

async function textAt(url: string, signal: AbortSignal): Promise<string> {
  // Redirects are not followed: the keys come from where the configuration says and nowhere else.
  const { statusCode, body } = await request(url, {
    signal,
    headers: { accept: 'application/jwk-set+json, application/json' },
  });
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > bytesAtMost) throw new Error(`The key set has more than ${bytesAtMost} bytes.`);
    chunks.push(chunk);
  }
  if (statusCode !== 200) throw new Error(`The key set came with status ${statusCode}.`);
  return Buffer.concat(chunks).toString('utf8');
}

function keySet(text: string): JSONWebKeySet {
  // createLocalJWKSet looks at what it is.
  const set = JSON.parse(text) as JSONWebKeySet;
  if (Array.isArray(set?.keys) && set.keys.length > keysAtMost) {
    throw new Error(`The key set has more than ${keysAtMost} keys.`);
  }
  return set;
}
