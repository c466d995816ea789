import { Problem } from './problem.js';

/**
 * Name of the header that tells a service how many milliseconds its answer is waited for. It is a length of
 * time and no moment, so that the clocks of two machines need not agree.
 */
export const timeLeftHeader = 'hub-time-left';

/** Until when an answer is waited for, as far as is known. */
export interface Waited {
  readonly deadline?: Date | undefined;
  /** Aborts when the asker has gone. */
  readonly signal?: AbortSignal | undefined;
}

/** Reads the deadline of a request that came just now; undefined where none, or nothing readable, came. */
export function deadlineOf(header: unknown): Date | undefined {
  if (typeof header !== 'string' || !/^-?\d{1,9}$/.test(header)) return undefined;
  return new Date(Date.now() + Number(header));
}

/** Throws once nobody waits for the answer any more, so that no further work is begun for it. */
export function requireWaited({ deadline, signal }: Waited): void {
  if (!signal?.aborted && (deadline === undefined || Date.now() < deadline.getTime())) return;
  throw new Problem(
    'UNAVAILABLE',
    'The time for this answer is over; the work was stopped. Ask for less, or again later.',
  );
}
