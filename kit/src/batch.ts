import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';

import { type Waited, requireWaited } from './deadline.js';

/**
 * What one request asks by key: built once per request, it gathers the keys of one tick into one query. Who asks outside
 * the database is told until when the answer is waited for.
 */
export type LoaderOf<Key, Value> = (
  em: EntityManager,
  waited: Waited,
) => DataLoader<Key, Value, string>;

/** How a key is told from another: text as itself, a key of several parts by its JSON in the order of their names. */
function identity(key: unknown): string {
  if (typeof key === 'string') return key;
  if (typeof key !== 'object' || key === null) return JSON.stringify(key);
  return JSON.stringify(key, Object.keys(key).toSorted());
}

/** Longest list of keys that one query carries; longer lists are split. */
const batchSize = 1_000;

/** Gives one row per key in the order of the keys; null where there is none. */
export function one<Key, Row>(
  fetch: (keys: readonly Key[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => Key,
): DataLoader<Key, Row | null, string> {
  return new DataLoader<Key, Row | null, string>(
    async (keys) => {
      const rows = new Map((await fetch(keys)).map((row) => [identity(keyOf(row)), row]));
      return keys.map((key) => rows.get(identity(key)) ?? null);
    },
    { cacheKeyFn: identity, maxBatchSize: batchSize },
  );
}

/** Gives all rows per key, in the order in which they were fetched; an empty list where there is none. */
export function many<Key, Row>(
  fetch: (keys: readonly Key[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => Key,
): DataLoader<Key, Row[], string> {
  return new DataLoader<Key, Row[], string>(
    async (keys) => {
      const groups = Map.groupBy(await fetch(keys), (row) => identity(keyOf(row)));
      return keys.map((key) => groups.get(identity(key)) ?? []);
    },
    { cacheKeyFn: identity, maxBatchSize: batchSize },
  );
}

/** The loaders of one request, each made when it is first asked for. */
export class Loaders {
  readonly #made = new Map<unknown, unknown>();

  constructor(
    private readonly em: EntityManager,
    private readonly waited: Waited = {},
  ) {}

  /** The loader of this request: the same one for every caller within it. Throws once nobody waits. */
  of<Key, Value>(loader: LoaderOf<Key, Value>): DataLoader<Key, Value, string> {
    requireWaited(this.waited);
    let made = this.#made.get(loader);
    if (!made) this.#made.set(loader, (made = loader(this.em, this.waited)));
    // The map's key is the function that made the value, so the value has that function's type.
    return made as DataLoader<Key, Value, string>;
  }
  /** Reads everything anew from now on: after a write, what was read before it may be wrong. */
  forget(): void {
    this.#made.clear();
  }
}
