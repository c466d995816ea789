import { LRUCache } from 'lru-cache';
import type { Fields } from '../execute/fields.js';
import type { DataVersions } from './data-versions.js';
import { frozen } from './frozen.js';

/** How much is kept, and for how long at most. */
export interface AnswerCacheLimits {
  /** Bytes of memory, as estimated. */
  bytes: number;
  /** Seconds after which even what did not change is asked again: an answer may depend on the clock. */
  seconds: number;
}

/** What a cache did for one subgraph since the gateway started. */
export interface CacheCounts {
  service: string;
  hits: number;
  misses: number;
  /** Answers kept. */
  kept: number;
}

/** What a cache holds, and what it was good for. */
export interface KeptState {
  /** Bytes in use, as estimated. */
  bytes: number;
  services: readonly CacheCounts[];
}

interface Entry {
  readonly value: Fields | null;
  readonly version: number;
  /** Milliseconds since the process began. */
  readonly until: number;
  readonly bytes: number;
}

/** The part of all bytes that one entry may take. */
const largest = 1 / 16;

/**
 * Answers of subgraphs that are the same for everybody, for as long as the subgraph's data do not change.
 * It is given only what was asked in nobody's name, and gives it to anybody.
 */
export class AnswerCache {
  readonly #entries: LRUCache<string, Entry>;
  readonly #counts = new Map<string, { hits: number; misses: number; kept: number }>();

  constructor(
    readonly versions: DataVersions,
    private readonly limits: AnswerCacheLimits,
  ) {
    this.#entries = new LRUCache({
      maxSize: Math.max(1, limits.bytes),
      maxEntrySize: Math.max(1, Math.floor(limits.bytes * largest)),
      sizeCalculation: ({ bytes }) => bytes,
    });
  }

  /** The answers of one subgraph as its data stand now; undefined while nobody knows how, or nothing is kept. */
  shelf(service: string): Shelf | undefined {
    const { bytes, seconds } = this.limits;
    if (bytes === 0 || seconds === 0) return undefined;
    const version = this.versions.of(service);
    return version === undefined ? undefined : new CacheShelf(this, service, version);
  }

  /** Bytes in use, as estimated. */
  get bytes(): number {
    return this.#entries.calculatedSize;
  }

  /** What it did for each subgraph. */
  counts(): CacheCounts[] {
    return [...this.#counts].map(([service, { hits, misses, kept }]) => ({
      service,
      hits,
      misses,
      kept,
    }));
  }

  /** Forgets everything. */
  clear(): void {
    this.#entries.clear();
  }

  find(service: string, version: number, key: string): Fields | null | undefined {
    const counts = this.#of(service);
    const entry = this.#entries.get(key);
    if (entry && entry.version === version && performance.now() < entry.until) {
      counts.hits += 1;
      return entry.value;
    }
    counts.misses += 1;
    return undefined;
  }

  keep(
    service: string,
    key: string,
    kept: { version: number; value: Fields | null; seconds: number | undefined },
  ): void {
    const { version, value } = kept;
    const seconds = Math.min(kept.seconds ?? Infinity, this.limits.seconds);
    if (seconds <= 0 || this.versions.of(service) !== version) return;
    const { copy, bytes } = frozen(value);
    const until = performance.now() + seconds * 1_000;
    const whole = 160 + key.length * 2 + bytes;
    this.#entries.set(key, { value: copy, version, until, bytes: whole });
    this.#of(service).kept += 1;
  }

  #of(service: string): { hits: number; misses: number; kept: number } {
    let counts = this.#counts.get(service);
    if (!counts) {
      counts = { hits: 0, misses: 0, kept: 0 };
      this.#counts.set(service, counts);
    }
    return counts;
  }
}

/** The answers of one subgraph at one state of its data; taken before it is asked and given what it answered. */
export interface Shelf {
  /** What is kept under a key, which nobody can change; undefined for nothing, null for "does not exist". */
  find(key: string): Fields | null | undefined;
  /** Keeps a copy of an answer, unless the data have changed since the shelf was taken. */
  keep(key: string, value: Fields | null, seconds?: number): void;
}

class CacheShelf implements Shelf {
  constructor(
    private readonly cache: AnswerCache,
    private readonly service: string,
    private readonly version: number,
  ) {}

  find(key: string): Fields | null | undefined {
    return this.cache.find(this.service, this.version, key);
  }

  keep(key: string, value: Fields | null, seconds?: number): void {
    this.cache.keep(this.service, key, { version: this.version, value, seconds });
  }
}
