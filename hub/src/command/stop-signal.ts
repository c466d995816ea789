/** That a person, or the system, wants this process to stop. */
interface StopSignal {
  /** Aborted from then on. */
  readonly signal: AbortSignal;
  /** Settles then. */
  readonly asked: Promise<void>;
}

/** Milliseconds within which a second signal is the first once more: npm passes on what the terminal sent already. */
const echo = 1_000;

/**
 * Hears the first SIGINT or SIGTERM, and the SIGHUP of a terminal that is closed, and calls `onStop`; a second one ends the
 * process at once.
 */
export function stopSignal(onStop: () => void): StopSignal {
  const stopping = new AbortController();
  let askedAt = 0;
  const asked = new Promise<void>((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(name, () => {
        if (stopping.signal.aborted) {
          if (performance.now() - askedAt > echo) process.exit(130);
          return;
        }
        askedAt = performance.now();
        stopping.abort();
        onStop();
        resolve();
      });
    }
  });
  return { signal: stopping.signal, asked };
}
