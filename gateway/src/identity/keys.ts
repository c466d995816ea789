import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';

/** The public keys of one issuer. */
export interface Keys {
  /** The key that a token's header names; rejects when there is none. */
  readonly find: JWTVerifyGetKey;
  /** Changes whenever the keys do: what was verified by earlier ones is to be verified again. */
  version(): number;
}

type Find = ReturnType<typeof createLocalJWKSet>;

/** Keys that this process has; the function may give another set at any time, and it counts from then on. */
export class LocalKeys implements Keys {
  readonly #read: () => JSONWebKeySet;
  #set: JSONWebKeySet | undefined;
  #find: Find | undefined;
  #version = 0;

  constructor(read: () => JSONWebKeySet) {
    this.#read = read;
  }

  readonly find: JWTVerifyGetKey = (header, token) => {
    this.version();
    if (!this.#find) throw new errors.JWKSNoMatchingKey();
    return this.#find(header, token);
  };

  version(): number {
    const set = this.#read();
    if (set !== this.#set) {
      this.#set = set;
      this.#find = createLocalJWKSet(set);
      this.#version++;
    }
    return this.#version;
  }
}
