import { useEffect, useState } from 'react';

/** Milliseconds between two tries, and how many are made: for a minute and a half. */
const [pause, tries] = [5_000, 18];

/** Asks again by itself, every few seconds and for a while, as long as what was answered is not yet what is wanted. */
export function useAskedAgain(isWanted: boolean, again: () => void): void {
  const [times, setTimes] = useState(0);
  useEffect(() => {
    if (!isWanted || times >= tries) return;
    const waiting = setTimeout(() => {
      setTimes(times + 1);
      again();
    }, pause);
    return () => clearTimeout(waiting);
    // What is asked again is what is shown; only whether it is wanted decides.
  }, [isWanted, times]);
}
