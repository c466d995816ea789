import { useEffect, useState } from 'react';

/** What came of asking: not yet asked, on its way (with what stood before), there, or the hub was not reached. */
export interface Asked<Told> {
  readonly state: 'IDLE' | 'ASKING' | 'TOLD' | 'UNREACHABLE';
  readonly told: Told | undefined;
  /** Asks the same again. */
  readonly again: () => void;
}

/**
 * Asks again whenever the key changes; nothing is asked without one. A later question takes the place of one that is
 * still on its way.
 */
export function useAsked<Told>(
  key: string | undefined,
  ask: (signal: AbortSignal) => Promise<Told>,
): Asked<Told> {
  const [times, setTimes] = useState(0);
  const [asked, setAsked] = useState<Omit<Asked<Told>, 'again'>>({
    state: 'IDLE',
    told: undefined,
  });
  useEffect(() => {
    if (key === undefined) {
      setAsked({ state: 'IDLE', told: undefined });
      return;
    }
    const asking = new AbortController();
    const { signal } = asking;
    setAsked(({ told }) => ({ state: 'ASKING', told }));
    ask(signal).then(
      (told) => !signal.aborted && setAsked({ state: 'TOLD', told }),
      () => !signal.aborted && setAsked({ state: 'UNREACHABLE', told: undefined }),
    );
    return () => asking.abort();
    // What is asked follows from the key alone.
  }, [key, times]);
  return { ...asked, again: () => setTimes((before) => before + 1) };
}
