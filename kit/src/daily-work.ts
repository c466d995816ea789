import type { EntityManager } from '@mikro-orm/postgresql';

import { addDays, japanDay, japanMoment } from './japan-time.js';

/** What a service does by itself once a day; it must bear being done twice, and beside another process of its kind. */
export interface DailyWork {
  readonly name: string;
  /** Does what the day is for, or nothing where that was done. */
  readonly run: (em: EntityManager, now: Date) => Promise<void>;
}

/** Where daily work is done. */
export interface DailyPlace {
  readonly em: () => EntityManager;
  readonly now: () => Date;
  /** Time of day in Japan, `HH:MM`. */
  readonly at: string;
  readonly onFailure: (error: unknown) => void;
}

/** Time of day in Japan at which services do their daily work unless said: by night. */
export const usualNight = '02:30';

/** Milliseconds after a start before missed work is made up for: what is asked then goes first. */
const afterStart = 60_000;

/** Milliseconds after which failed work is tried again. */
const afterFailure = 10 * 60_000;

/** Does daily work until it is stopped: what this day still lacks soon after the start, then each day at its time. */
export class DailyRound {
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;

  constructor(
    private readonly works: readonly DailyWork[],
    private readonly place: DailyPlace,
  ) {
    if (works.length > 0) this.#wait(afterStart);
  }

  /** Begins nothing any more; what is in work ends with its database connection. */
  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  #wait(milliseconds: number): void {
    if (this.#isStopped) return;
    this.#timer = setTimeout(() => void this.#round(), milliseconds).unref();
  }

  async #round(): Promise<void> {
    let isDone = true;
    for (const { run } of this.works) {
      try {
        await run(this.place.em(), this.place.now());
      } catch (error) {
        if (this.#isStopped) return;
        isDone = false;
        this.place.onFailure(error);
      }
    }
    this.#wait(isDone ? untilNext(this.place.now(), this.place.at) : afterFailure);
  }
}

/** Milliseconds until it is next a time of day (`HH:MM`) in Japan. */
export function untilNext(now: Date, at: string): number {
  const today = japanMoment(japanDay(now), at).getTime() - now.getTime();
  return today > 0 ? today : japanMoment(addDays(japanDay(now), 1), at).getTime() - now.getTime();
}
