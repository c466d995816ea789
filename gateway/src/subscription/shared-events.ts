import { setImmediate as turn } from 'node:timers/promises';
import type { SubgraphEvent } from '../transport/transport.js';

/** Events that are kept for readers who are not quite as far as the first. */
const eventsKept = 32;

/**
 * One subscription of a subgraph that any number of equal streams read together, each at its own pace. It is read as
 * fast as its fastest reader reads; who falls behind what is kept is let go and reads on alone.
 */
export class SharedEvents {
  readonly #stop = new AbortController();
  readonly #waiting = new Set<() => void>();
  readonly #recent: SubgraphEvent[] = [];
  /** How many events came before those that are kept, and the cursor they ended with. */
  #dropped = 0;
  #before: string | undefined;
  #wanted: (() => void) | undefined;
  #readers = 0;
  #end: { failure?: unknown } | undefined;

  /** Begins after a cursor, or with the next event; `over` is called once it tells nothing more. */
  constructor(
    after: string | undefined,
    open: (signal: AbortSignal) => AsyncIterable<SubgraphEvent>,
    over: () => void,
  ) {
    this.#before = after;
    void this.#readOn(open(this.#stop.signal)).finally(over);
  }

  /** True once it tells nothing more. */
  get isOver(): boolean {
    return this.#end !== undefined;
  }

  /** Whether somebody who stands at a cursor, or nowhere yet, can read here and miss nothing. */
  covers(after: string | undefined): boolean {
    if (this.#end) return false;
    return after === undefined || this.#placeOf(after) !== undefined;
  }

  /**
   * Tells what comes after a cursor that is covered. Ends when the subgraph ends it or the signal aborts, with nothing;
   * ends with the cursor to read on from when the reader fell behind. Throws what the subscription failed with.
   */
  async *read(
    after: string | undefined,
    signal: AbortSignal,
  ): AsyncGenerator<SubgraphEvent, string | undefined> {
    this.#readers += 1;
    try {
      const last = this.#recent.at(-1);
      const place = after === undefined ? undefined : this.#placeOf(after);
      let at = place ?? this.#dropped + this.#recent.length;
      let cursor = after ?? last?.cursor;
      if (after === undefined && last) yield standing(last.cursor);
      while (!signal.aborted) {
        if (at < this.#dropped) return cursor;
        const event = this.#recent[at - this.#dropped];
        if (event) {
          at += 1;
          // Who begins has no past that could have been missed.
          const isNews = cursor === undefined && event.isGap;
          cursor = event.cursor;
          yield isNews ? { ...event, isGap: false } : event;
        } else if (this.#end) {
          if ('failure' in this.#end) throw this.#end.failure;
          return undefined;
        } else {
          await this.#another(signal);
        }
      }
      return undefined;
    } finally {
      this.#readers -= 1;
      if (this.#readers === 0) this.#close();
    }
  }

  async #readOn(events: AsyncIterable<SubgraphEvent>): Promise<void> {
    try {
      for await (const event of events) {
        this.#keep(event);
        this.#wake();
        // Whoever is as far as the first gets to read it before the next pushes it on.
        await turn();
        await this.#untilWanted();
        if (this.#stop.signal.aborted) break;
      }
      this.#end = {};
    } catch (failure) {
      this.#end = { failure };
    }
    this.#wake();
  }

  #keep(event: SubgraphEvent): void {
    this.#recent.push(event);
    if (this.#recent.length <= eventsKept) return;
    this.#before = this.#recent.shift()?.cursor;
    this.#dropped += 1;
  }

  #placeOf(cursor: string): number | undefined {
    const at = this.#recent.findLastIndex((event) => event.cursor === cursor);
    if (at >= 0) return this.#dropped + at + 1;
    return cursor === this.#before ? this.#dropped : undefined;
  }

  #wake(): void {
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const wake of waiting) wake();
  }

  /** Settles when somebody has read all there is, or nobody reads any more. */
  #untilWanted(): Promise<void> | undefined {
    if (this.#waiting.size > 0 || this.#stop.signal.aborted) return undefined;
    return new Promise((resolve) => {
      this.#wanted = resolve;
    });
  }

  /** Settles when there may be another event, or the signal aborts. */
  #another(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        this.#waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.#waiting.add(wake);
      signal.addEventListener('abort', wake, { once: true });
      this.#wanted?.();
      this.#wanted = undefined;
    });
  }

  #close(): void {
    this.#stop.abort();
    // Nobody may join what nobody reads.
    this.#end ??= {};
    this.#wanted?.();
  }
}

/** Says where a stream begins, and nothing else. */
function standing(cursor: string): SubgraphEvent {
  return { cursor, answer: undefined, isGap: false, isRefused: false };
}
