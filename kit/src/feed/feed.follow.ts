import type { EntityManager } from '@mikro-orm/postgresql';

import type { FeedItem, FeedPage } from './publisher.js';

/** Where a feed is read: a function in the same process, or one that asks over HTTP. */
export type FeedSource = (cursor: string | undefined) => Promise<FeedPage>;

/** What a service does with what another tells. Both run in the transaction that remembers the cursor. */
export interface Follows {
  /** Name of the service that tells. */
  readonly source: string;
  /** Takes in one page of changes. Taking the same page twice must change nothing. */
  readonly apply: (em: EntityManager, items: readonly FeedItem[], epoch: string) => Promise<void>;
  /** Called once a new epoch was read to its end: what was not told again is gone. */
  readonly sweep: (em: EntityManager, epoch: string) => Promise<void>;
}

/** A service's following with the way to read and the place to complain. */
export interface Follower extends Follows {
  readonly read: FeedSource;
  /** Told of a failure to read; following goes on. */
  readonly onFailure: (error: unknown) => void;
}

/** A running follower. */
export interface Following {
  /** Look now: a change was committed. Losing every nudge loses nothing. */
  nudge(): void;
  /** Reads until there is nothing more; throws when the source does not answer. */
  catchUp(): Promise<void>;
  stop(): Promise<void>;
}

/** SQL for the table in which a follower remembers how far it has read. */
export const followerTable = `create table feed_cursor (
  source text primary key,
  epoch text not null,
  cursor text not null,
  read_at timestamptz not null,
  sweeping boolean not null default false,
  seen text
)`;

/** Milliseconds between looks when nobody nudges, and after a failure. */
const lookEvery = { usually: 1_000, afterFailure: 2_000 } as const;

/** Follows a feed for as long as it is let: reads at once, at every nudge, and every second. */
export function follow(em: EntityManager, follower: Follower): Following {
  const pause = new Pause();
  const run = async (): Promise<void> => {
    while (!pause.ended) {
      pause.begin();
      const wait = await catchUp(em, follower, () => pause.ended).then(
        () => lookEvery.usually,
        (error: unknown) => {
          if (!pause.ended) follower.onFailure(error);
          return lookEvery.afterFailure;
        },
      );
      await pause.until(wait);
    }
  };
  const running = run();
  return {
    nudge: () => pause.wake(),
    catchUp: () => catchUp(em, follower, () => false),
    stop: async () => {
      pause.end();
      await running;
    },
  };
}

/** A wait that can be cut short; a nudge that comes while nobody waits cuts the next wait. */
class Pause {
  ended = false;
  #nudged = false;
  #wake: () => void = () => {};

  begin(): void {
    this.#nudged = false;
  }

  wake(): void {
    this.#nudged = true;
    this.#wake();
  }

  end(): void {
    this.ended = true;
    this.wake();
  }

  until(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      if (this.#nudged) return resolve();
      const timer = setTimeout(resolve, milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

interface Cursor {
  epoch: string;
  cursor: string;
  sweeping: boolean;
}

/** Reads pages until an empty one, or until it is over. Two that run at once take turns, page by page. */
async function catchUp(
  em: EntityManager,
  follower: Follower,
  isOver: () => boolean,
): Promise<void> {
  while (!isOver() && (await readPage(em.fork(), follower)));
}

async function readPage(em: EntityManager, follower: Follower): Promise<boolean> {
  const at = await cursorOf(em, follower.source);
  const page = await follower.read(at?.cursor);
  const restarted = at !== undefined && at.epoch !== page.epoch;
  const sweeping = restarted || (at?.sweeping ?? false);
  const done = page.items.length === 0;
  return em.transactional(async (tx) => {
    await takeTurn(tx, follower.source);
    const now = await cursorOf(tx, follower.source);
    if (now?.cursor !== at?.cursor) return true;
    if (!done) await follower.apply(tx, page.items, page.epoch);
    if (done && sweeping) await follower.sweep(tx, page.epoch);
    await remember(tx, follower.source, {
      epoch: page.epoch,
      cursor: page.next,
      sweeping: sweeping && !done,
      // Who does not number what anybody may see is known by where it was read to.
      seen: page.seen ?? (done ? page.next : null),
    });
    return !done;
  });
}

/**
 * Waits until nobody else takes in this source, and keeps others waiting until the transaction ends. Before the first
 * page there is no row that could be locked.
 */
export async function takeTurn(em: EntityManager, source: string): Promise<void> {
  await em.execute(`select pg_advisory_xact_lock(hashtext('feed_cursor'), hashtext(?))`, [source]);
}

async function cursorOf(em: EntityManager, source: string): Promise<Cursor | undefined> {
  const [row] = await em.execute<Cursor[]>(
    `select epoch, cursor, sweeping from feed_cursor where source = ?`,
    [source],
  );
  return row;
}

async function remember(
  em: EntityManager,
  source: string,
  { epoch, cursor, sweeping, seen }: Cursor & { readonly seen: string | null },
): Promise<void> {
  await em.execute(
    `insert into feed_cursor (source, epoch, cursor, read_at, sweeping, seen) values (?, ?, ?, now(), ?, ?)
     on conflict (source) do update set epoch = excluded.epoch, cursor = excluded.cursor,
       read_at = excluded.read_at, sweeping = excluded.sweeping, seen = coalesce(excluded.seen, feed_cursor.seen)`,
    [source, epoch, cursor, sweeping, seen],
  );
}
