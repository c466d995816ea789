import { mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { Problem } from '@manabi/kit/problem';
import {
  type JSONWebKeySet,
  type JWK,
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
} from 'jose';

import type { Home } from '../home/home.js';
import { makeFile } from '../home/new-file.js';

/** Seconds that a token of the hub is good. */
export const tokenSeconds = 600;

/** Seconds that a new key is published before it signs, so that whoever keeps keys for a while knows it by then. */
const publishedBefore = 60;

/** Seconds by which clocks of others may differ. */
const tolerance = 60;

/** A key of the hub, as its file holds it. */
interface SigningKey {
  readonly kid: string;
  /** Unix seconds from which it signs, until another does. */
  readonly signsFrom: number;
  readonly privateKey: JWK;
}

const lookEvery = 1_000;
const now = (): number => Math.floor(Date.now() / 1000);

/**
 * The keys by which the hub signs tokens: one file each, for its owner alone. Every process of the city reads them
 * again within a second, so a rotation needs no restart.
 */
export class SigningKeys {
  readonly #folder: string;
  #keys: readonly SigningKey[] = [];
  #published: JSONWebKeySet = { keys: [] };
  #lookedAt = -Infinity;

  private constructor(home: Home) {
    this.#folder = join(home.keys, 'issuer');
  }

  /** Opens the keys of a city, and makes the first when there is none. */
  static async open(home: Home): Promise<SigningKeys> {
    const keys = new SigningKeys(home);
    mkdirSync(keys.#folder, { recursive: true, mode: 0o700 });
    if (keys.#read().length === 0) await keys.#make(now());
    return keys;
  }

  /** The key that signs now. */
  signing(): { readonly kid: string; readonly privateKey: JWK } {
    const key = this.#read().findLast(({ signsFrom }) => signsFrom <= now()) ?? this.#read()[0];
    if (!key) throw new Error(`The folder ${this.#folder} has lost its keys; start the hub again.`);
    return key;
  }

  /** The public keys by which tokens can be verified; the same object until they change. */
  published(): JSONWebKeySet {
    this.#read();
    return this.#published;
  }

  /**
   * Makes a new key. Tokens of the others stay good until they expire; at once, all of them end now. Answers the
   * names of the new key and of those that are no longer needed and are gone.
   */
  async rotate({
    atOnce,
  }: {
    readonly atOnce: boolean;
  }): Promise<{ made: string; gone: string[] }> {
    const others = this.#read();
    const made = await this.#make(atOnce ? now() : now() + publishedBefore);
    const gone = others.filter((_, index) => atOnce || isOver(others[index + 1]));
    for (const { kid } of gone) rmSync(join(this.#folder, `${kid}.json`), { force: true });
    this.#lookedAt = -Infinity;
    return { made, gone: gone.map(({ kid }) => kid) };
  }

  async #make(signsFrom: number): Promise<string> {
    const { privateKey } = await generateKeyPair('ES256', { extractable: true });
    const jwk = await exportJWK(privateKey);
    const kid = await calculateJwkThumbprint(jwk);
    const key: SigningKey = { kid, signsFrom, privateKey: jwk };
    makeFile(join(this.#folder, `${kid}.json`), JSON.stringify(key));
    this.#lookedAt = -Infinity;
    return kid;
  }

  #read(): readonly SigningKey[] {
    if (performance.now() - this.#lookedAt < lookEvery) return this.#keys;
    this.#lookedAt = performance.now();
    this.#keys = readdirSync(this.#folder)
      .filter((name) => name.endsWith('.json'))
      .flatMap((name) => keyIn(join(this.#folder, name)) ?? [])
      .sort((one, other) => one.signsFrom - other.signsFrom);
    const keys = this.#keys.filter((_, index, all) => !isOver(all[index + 1])).map(publicPart);
    const isSame = keys.map(({ kid }) => kid).join() === this.#published.keys.map(kidOf).join();
    if (!isSame) this.#published = { keys };
    return this.#keys;
  }
}

/** A key as its file holds it; undefined where another process has taken it away meanwhile. */
function keyIn(file: string): SigningKey | undefined {
  try {
    // The files are the hub's own.
    return JSON.parse(readFileSync(file, 'utf8')) as SigningKey;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    const reason = error instanceof Error ? error.message : String(error);
    throw new Problem(
      'CONFLICT',
      `${file} is no key that signs tokens (${reason}). Put it back from a backup, or remove it: the others, or a new one, sign from then on.`,
    );
  }
}

const kidOf = ({ kid }: JWK): string | undefined => kid;

/** True when a key's successor has signed for so long that no token of the key is left. */
function isOver(successor: SigningKey | undefined): boolean {
  return successor !== undefined && successor.signsFrom + tokenSeconds + tolerance < now();
}

function publicPart({ kid, privateKey }: SigningKey): JWK {
  const { d: _, ...open } = privateKey;
  return { ...open, kid, alg: 'ES256', use: 'sig' };
}
