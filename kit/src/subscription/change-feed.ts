import type { EntityManager } from '@mikro-orm/postgresql';

import { Loaders } from '../batch.js';
import type { Listening } from '../feed/feed.listen.js';
import type { FeedCursor } from '../feed/feed.page.js';
import type { RecordChange } from './change.js';

/** The changes after a cursor, with what they may be looked up with: all who are told of them share it. */
export interface ChangePage {
  readonly changes: readonly RecordChange[];
  /** Where the page ends. */
  readonly next: FeedCursor;
  readonly em: EntityManager;
  readonly loaders: Loaders;
}

/** What the changes of one database are read with. */
export interface ChangeSource {
  /** A unit of work of its own. */
  em(): EntityManager;
  /** Calls back after every commit. */
  listen(onCommit: () => void): Listening;
  /** Told of a look that failed; looking goes on. */
  onFailure(error: unknown): void;
}

/** Changes on one page at most. */
const pageLimit = 500;

/** Pages kept for those who are not quite as far; each is read once for all that stand at its beginning. */
const pagesKept = 32;

/** Milliseconds between looks when no commit is heard of. */
const lookEvery = 1_000;

/** Milliseconds that it goes on looking after the last subscriber has gone: the next one is often near. */
const lingers = 2_000;

/**
 * Reads one feed for any number of subscribers: a commit costs one look and one page, however many are told of it.
 * Subscribers read at their own pace, so a slow one costs no memory. Nothing is read while nobody subscribes.
 */
export class ChangeFeed {
  readonly #source: ChangeSource;
  readonly #pages = new Map<string, Promise<ChangePage>>();
  readonly #waiting = new Set<() => void>();
  #looking: Promise<FeedCursor> | undefined;
  #watch: { listening: Listening; timer: NodeJS.Timeout } | undefined;
  #seen: FeedCursor | undefined;
  #lingering: NodeJS.Timeout | undefined;
  #readers = 0;

  constructor(source: ChangeSource) {
    this.#source = source;
  }

  /** How many subscribers it has at the moment. */
  get readers(): number {
    return this.#readers;
  }

  /** Counts a subscriber in; call what is given back, once, when it goes. */
  enter(): () => void {
    this.#readers += 1;
    clearTimeout(this.#lingering);
    this.#watch ??= this.#watched();
    return () => {
      this.#readers -= 1;
      if (this.#readers > 0) return;
      clearTimeout(this.#lingering);
      this.#lingering = setTimeout(() => void this.close(), lingers).unref();
    };
  }

  /** A unit of work of its own, for what is looked up before there is a change. */
  unitOfWork(): Pick<ChangePage, 'em' | 'loaders'> {
    const em = this.#source.em();
    return { em, loaders: new Loaders(em) };
  }

  /** Where the feed ends now. */
  end(): Promise<FeedCursor> {
    this.#looking ??= this.#look().finally(() => {
      this.#looking = undefined;
    });
    return this.#looking;
  }

  /** The page after a cursor of the present epoch; empty when there is nothing more. */
  async page(after: FeedCursor): Promise<ChangePage> {
    const key = `${after.epoch}.${after.seq}`;
    const known = this.#pages.get(key);
    if (known) return known;
    const reading = this.#read(after);
    this.#pages.set(key, reading);
    const [oldest] = this.#pages.keys();
    if (this.#pages.size > pagesKept && oldest !== undefined) this.#pages.delete(oldest);
    const page = await reading.catch((error: unknown) => {
      this.#pages.delete(key);
      throw error;
    });
    // What is not yet there may come: only a page that holds something stays as it is.
    if (page.changes.length === 0) this.#pages.delete(key);
    return page;
  }

  /** Settles when the feed goes beyond a cursor, when the time (milliseconds) is up, or when a signal aborts. */
  newer(after: FeedCursor, patience: { time: number; signal: AbortSignal }): Promise<void> {
    const { time, signal } = patience;
    return new Promise((resolve) => {
      const done = () => {
        if (this.#isAt(after) && !signal.aborted) return;
        finish();
      };
      const finish = () => {
        clearTimeout(timer);
        this.#waiting.delete(done);
        signal.removeEventListener('abort', finish);
        resolve();
      };
      const timer = setTimeout(finish, time);
      signal.addEventListener('abort', finish, { once: true });
      this.#waiting.add(done);
      done();
    });
  }

  /** Stops listening and forgets what was read. */
  async close(): Promise<void> {
    const watch = this.#watch;
    this.#watch = undefined;
    this.#seen = undefined;
    this.#pages.clear();
    clearTimeout(this.#lingering);
    clearInterval(watch?.timer);
    await watch?.listening.stop();
    // Whoever closes the database next would make a look that is under way fail.
    await this.#looking?.catch(() => undefined);
  }

  #isAt(after: FeedCursor): boolean {
    const seen = this.#seen;
    return seen === undefined || (seen.epoch === after.epoch && seen.seq <= after.seq);
  }

  #watched(): { listening: Listening; timer: NodeJS.Timeout } {
    let isLooking = false;
    let isMissed = false;
    const look = (): void => {
      // A commit during a look may or may not be in it: look again.
      isMissed = isLooking;
      if (isLooking) return;
      isLooking = true;
      this.end()
        .catch((error: unknown) => this.#source.onFailure(error))
        .finally(() => {
          isLooking = false;
          if (isMissed && this.#watch) look();
        });
    };
    return { listening: this.#source.listen(look), timer: setInterval(look, lookEvery) };
  }

  async #look(): Promise<FeedCursor> {
    const rows = await this.#source
      .em()
      .getConnection()
      .execute<[{ epoch: string; last: string }]>('select epoch, seen as last from feed_state');
    const end = { epoch: rows[0].epoch, seq: Number(rows[0].last) };
    this.#seen = end;
    for (const wake of this.#waiting) wake();
    return end;
  }

  async #read(after: FeedCursor): Promise<ChangePage> {
    const told = this.unitOfWork();
    const connection = told.em.getConnection();
    const rows = await connection.execute<ChangeRow[]>(pageSql, [after.seq, pageLimit]);
    const [{ epoch, last } = { epoch: after.epoch, last: '0' }] = rows;
    if (epoch !== after.epoch) return { changes: [], next: { epoch, seq: Number(last) }, ...told };
    const changes = rows.flatMap(changesOfRow);
    return { changes, next: { epoch, seq: changes.at(-1)?.number ?? after.seq }, ...told };
  }
}

interface ChangeRow {
  epoch: string;
  last: string;
  kind: string | null;
  id: string;
  seq: string;
  modified: Date | string;
}

/**
 * One row at least, so that an empty page tells the epoch too. By the numbers of what anybody may see: a cursor, and how
 * often somebody is told, say no more than who asks again and again could find.
 */
const pageSql = `select state.epoch, state.seen as last, change.kind, change.id, change.seen as seq,
    change.seen_at as modified
  from feed_state state left join feed_change change on change.seen > ?
  order by change.seen limit ?`;

function changesOfRow({ kind, id, seq, modified }: ChangeRow): RecordChange[] {
  if (kind === null) return [];
  return [{ kind, id, number: Number(seq), changedAt: new Date(modified) }];
}
