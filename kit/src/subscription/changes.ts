import { setTimeout as after } from 'node:timers/promises';

import { type FeedCursor, parseCursor } from '../feed/feed.page.js';
import type { ChangeFeed, ChangePage } from './change-feed.js';
import type { RecordChange } from './change.js';

/** One step of telling a subscriber: how far it is now, and the change it is told, if it is told one. */
export interface Told {
  readonly cursor: string;
  readonly change?: RecordChange;
  /** What the change is looked up with. */
  readonly page?: ChangePage;
  readonly gap?: true;
}

/** Which changes a subscriber wants. */
export interface Wanted {
  readonly kind: string;
  readonly matches: (change: RecordChange) => boolean;
}

/** Where one subscriber begins and what ends it. */
export interface Telling {
  /** A cursor of an earlier message; nothing begins with the next commit. */
  readonly after: string | undefined;
  readonly signal: AbortSignal;
}

/** Changes that are told again at most; who was away for more is better off reading anew. */
const replayLimit = 10_000;

/** Milliseconds after which a subscriber is told where it stands though nothing was for it. */
export const tellEvery = 5_000;

/** Milliseconds before a page is read again that could not be read. */
const retryAfter = 1_000;

/** The changes of a database as one subscriber wants them, in the order of the commits, none left out or told twice. */
export class Changes {
  constructor(
    private readonly feed: ChangeFeed,
    private readonly telling: Telling,
  ) {}

  /** Tells until the subscriber has gone. Throws only before it begins, when the database does not answer. */
  async *of(wanted: Wanted): AsyncGenerator<Told, void> {
    const { signal } = this.telling;
    const leave = this.feed.enter();
    try {
      let { at, gap } = await this.#begin();
      yield { cursor: textOf(at), ...(gap && { gap }) };
      let toldAt = Date.now();
      while (!signal.aborted) {
        const page = await this.#page(at);
        if (!page) continue;
        if (page.next.epoch !== at.epoch) {
          at = page.next;
          yield { cursor: textOf(at), gap: true };
        }
        for (const change of page.changes) {
          if (change.kind !== wanted.kind || !wanted.matches(change)) continue;
          at = { epoch: page.next.epoch, seq: change.number };
          yield { cursor: textOf(at), change, page };
          if (signal.aborted) return;
          toldAt = Date.now();
        }
        at = page.next;
        if (Date.now() - toldAt >= tellEvery) {
          yield { cursor: textOf(at) };
          toldAt = Date.now();
        }
        if (page.changes.length > 0) continue;
        await this.feed.newer(at, { time: tellEvery - (Date.now() - toldAt), signal });
      }
    } finally {
      leave();
    }
  }

  async #begin(): Promise<{ at: FeedCursor; gap?: true }> {
    const end = await this.feed.end();
    if (this.telling.after === undefined) return { at: end };
    const after = cursorOf(this.telling.after);
    if (!after) return { at: end, gap: true };
    const missed = end.seq - after.seq;
    const isTold = after.epoch === end.epoch && missed >= 0 && missed <= replayLimit;
    return isTold ? { at: after } : { at: end, gap: true };
  }

  /** The next page, or nothing after a failure: the database may be back in a while. */
  async #page(at: FeedCursor): Promise<ChangePage | undefined> {
    try {
      return await this.feed.page(at);
    } catch {
      await after(retryAfter, undefined, { signal: this.telling.signal }).catch(() => undefined);
      return undefined;
    }
  }
}

/** A cursor as text, as the pages of a feed give it. */
function textOf({ epoch, seq }: FeedCursor): string {
  return `${epoch}.${seq}`;
}

/** The cursor that a text is; nothing when it is none, for it came from far away and may be anything. */
function cursorOf(text: string): FeedCursor | undefined {
  try {
    return parseCursor(text);
  } catch {
    return undefined;
  }
}
