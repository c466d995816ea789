import { existsSync, readFileSync, statSync } from 'node:fs';
import { fileRefused } from '../configuration/read-settings.js';
import { reasonOf, type Log } from '../log.js';

/** Milliseconds between two looks at a file. A look costs nothing, and works on every kind of disk. */
const lookingAgain = 500;

/**
 * Makes something of a supergraph's file, or, when the file cannot be used, of the last good one, if there is
 * one. Throws what is wrong with the file when neither can be used.
 */
export function fromFileOrLastGood<Made>(
  { file, lastGood }: { file: string; lastGood?: string | undefined },
  log: Log,
  make: (supergraphSdl: string) => Made,
): Made {
  try {
    return make(supergraphIn(file));
  } catch (error) {
    if (lastGood === undefined || !existsSync(lastGood)) throw error;
    const made = make(readFileSync(lastGood, 'utf8'));
    const fields = { file, lastGood, reason: reasonOf(error) };
    log.error(fields, 'The supergraph cannot be used, so the last good one is served; repair it.');
    return made;
  }
}

function supergraphIn(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw fileRefused('supergraph.file', cause);
  }
}

/** Calls back when a file is another and has stopped changing; the function that is given back ends that. */
export function watchFile(file: string, changed: () => void): () => void {
  let known = stateOf(file);
  let before = known;
  const timer = setInterval(() => {
    const now = stateOf(file);
    // Two looks at the same: whoever writes it has finished.
    if (now !== known && now === before) {
      known = now;
      if (now !== 'absent') changed();
    }
    before = now;
  }, lookingAgain);
  timer.unref();
  return () => clearInterval(timer);
}

function stateOf(file: string): string {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false });
  return found ? [found.ino, found.size, found.mtimeNs].join() : 'absent';
}
