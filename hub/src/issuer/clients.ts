import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { Problem } from '@manabi/kit/problem';

import type { Home } from '../home/home.js';
import { makeFile } from '../home/new-file.js';
import { type HashedSecret, hashSecret } from './secret.js';

/** Roles that a system may be registered with. */
export const clientRoles = ['department', 'analyst', 'resident'] as const;

export type ClientRole = (typeof clientRoles)[number];

/** A system that may ask for tokens. */
export interface Client {
  readonly name: string;
  readonly role: ClientRole;
  readonly scopes: readonly string[];
  /** Purposes for which it may ask. */
  readonly purposes: readonly string[];
  /** When it was registered, ISO 8601. */
  readonly registered: string;
}

interface StoredClient extends Client {
  readonly secret: HashedSecret;
}

const nameShape = /^[a-z][a-z0-9-]{1,62}$/;
const lookEvery = 1_000;

/** The systems that a city has registered: one file each in its home, with no secret that could be read back. */
export class Clients {
  readonly #folder: string;
  readonly #known = new Map<string, { readonly isThere: boolean; readonly at: number }>();

  constructor(home: Home) {
    this.#folder = join(home.folder, 'clients');
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
  }

  /** Registers a system; answers its secret, which is told this once. Throws a Problem when the name is taken. */
  async add(client: Omit<Client, 'registered'>): Promise<string> {
    if (!nameShape.test(client.name)) {
      throw new Problem(
        'BAD_USER_INPUT',
        `"${client.name}" is not a name of a system. Use small letters, digits and hyphens, beginning with a letter.`,
      );
    }
    const secret = randomBytes(32).toString('base64url');
    const stored: StoredClient = {
      ...client,
      registered: new Date().toISOString(),
      secret: await hashSecret(secret),
    };
    const text = `${JSON.stringify(stored, undefined, 2)}\n`;
    if (!makeFile(this.#file(client.name), text)) {
      throw new Problem(
        'CONFLICT',
        `"${client.name}" is registered already. Remove it first, or choose another name.`,
      );
    }
    return secret;
  }

  /** Takes a system away; its tokens end within a second. False when there was none. */
  remove(name: string): boolean {
    if (!this.#isThere(name)) return false;
    rmSync(this.#file(name));
    return true;
  }

  /** Every registered system by name. */
  list(): readonly Client[] {
    return readdirSync(this.#folder)
      .filter((name) => name.endsWith('.json'))
      .toSorted()
      .flatMap((name) => this.find(name.slice(0, -'.json'.length)) ?? []);
  }

  /** The system of that name with what its secret is compared with; undefined when there is none. */
  find(name: string): StoredClient | undefined {
    if (!this.#isThere(name)) return undefined;
    // The files are the hub's own.
    return JSON.parse(readFileSync(this.#file(name), 'utf8')) as StoredClient;
  }

  /** False for a system that was taken away; looked up once in a second at most. */
  has(name: string): boolean {
    const known = this.#known.get(name);
    const at = performance.now();
    if (known && at - known.at < lookEvery) return known.isThere;
    const isThere = this.#isThere(name);
    this.#known.set(name, { isThere, at });
    return isThere;
  }

  #isThere(name: string): boolean {
    return nameShape.test(name) && existsSync(this.#file(name));
  }

  #file(name: string): string {
    return join(this.#folder, `${name}.json`);
  }
}
