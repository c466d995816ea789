import { Stop, type StopSignal } from './stop.js';

/** Until when a piece of work is waited for, and what tells it to stop. */
export interface Deadline {
  /** Milliseconds of `performance.now()`, which nobody sets as one sets a clock. */
  readonly deadline: number;
  readonly signal: StopSignal;
}

/** Why a signal of ours aborts: the time is up, or nobody waits any more. */
export type AbortReason = 'late' | 'gone';

/** Which of the two a signal aborted for; a signal of somebody else's aborts because nobody waits. */
export function abortReasonOf(signal: StopSignal): AbortReason {
  return signal.reason === 'late' ? 'late' : 'gone';
}

/** Does some work under a deadline; its signal aborts when the time is up or the asker has gone. */
export async function withinDeadline<Result>(
  milliseconds: number,
  gone: StopSignal | undefined,
  work: (deadline: Deadline) => Promise<Result>,
): Promise<Result> {
  const signal = new Stop(gone);
  const timer = setTimeout(abortLate, milliseconds, signal);
  try {
    return await work({ deadline: performance.now() + milliseconds, signal });
  } finally {
    clearTimeout(timer);
    signal.leave();
  }
}

/** Tells some work that its time is up. */
export function abortLate(signal: Stop): void {
  signal.abort('late' satisfies AbortReason);
}

/** Waits for some work, but no longer than until a signal aborts: then throws what `late` says. */
export async function untilAborted<Result>(
  signal: StopSignal,
  work: Promise<Result>,
  late: () => Error,
): Promise<Result> {
  const stop = { handleEvent: (): void => undefined };
  const aborted = new Promise<never>((_, reject) => {
    stop.handleEvent = () => reject(late());
    if (signal.aborted) stop.handleEvent();
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
