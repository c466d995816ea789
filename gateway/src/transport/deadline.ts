/** Until when a piece of work is waited for, and what tells it to stop. */
export interface Deadline {
  /** Unix milliseconds. */
  readonly deadline: number;
  readonly signal: AbortSignal;
}

/** Does some work under a deadline; its signal aborts when the time is up or the asker has gone. */
export async function withinDeadline<Result>(
  milliseconds: number,
  gone: AbortSignal | undefined,
  work: (deadline: Deadline) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  const timer = setTimeout(stop, milliseconds);
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
