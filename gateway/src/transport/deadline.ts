/** Until when a piece of work is waited for, and what tells it to stop. */
export interface Deadline {
  /** Unix milliseconds. */
  readonly deadline: number;
  readonly signal: AbortSignal;
}

/** Why a signal of ours aborts: the time is up, or nobody waits any more. */
export type AbortReason = 'late' | 'gone';

/** Which of the two a signal aborted for; a signal of somebody else's aborts because nobody waits. */
export function abortReasonOf(signal: AbortSignal): AbortReason {
  return signal.reason === 'late' ? 'late' : 'gone';
}

/** Does some work under a deadline; its signal aborts when the time is up or the asker has gone. */
export async function withinDeadline<Result>(
  milliseconds: number,
  gone: AbortSignal | undefined,
  work: (deadline: Deadline) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort('late' satisfies AbortReason), milliseconds);
  const stop = (): void => controller.abort(gone && abortReasonOf(gone));
  gone?.addEventListener('abort', stop, { once: true });
  if (gone?.aborted) stop();
  try {
    return await work({ deadline: Date.now() + milliseconds, signal: controller.signal });
  } finally {
    clearTimeout(timer);
    gone?.removeEventListener('abort', stop);
  }
}

/** Waits for some work, but no longer than until a signal aborts: then throws what `late` says. */
export async function untilAborted<Result>(
  signal: AbortSignal,
  work: Promise<Result>,
  late: () => Error,
): Promise<Result> {
  let stop: () => void = () => undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(late());
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
