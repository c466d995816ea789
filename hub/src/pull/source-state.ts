import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Home } from '../home/home.js';
import type { ImportResult } from '../import/import-request.js';
import { sourceNamed, sourceNames } from './source-files.js';

/** What is known of the pulls of one source. Moments are ISO 8601. */
export interface SourceState {
  /** When it was last tried. */
  readonly triedAt?: string;
  /** When all of it was last read and taken in, or found to be as before. */
  readonly goodAt?: string;
  /** What became of the last import, and its number. */
  readonly state?: ImportResult['state'];
  readonly run?: string;
  /** The table that was last taken in. */
  readonly digest?: string;
  /** Why the last try gave nothing; absent when it did. */
  readonly failure?: { readonly code: string; readonly message: string };
  /** The moment before which the source asked not to be asked again. */
  readonly notBefore?: string;
  /** The table that was offered last and was not taken, and when. */
  readonly offered?: { readonly digest: string; readonly at: string };
  /** True while something was gathered that was not taken in. */
  readonly isPending?: boolean;
}

/** Folder of what is kept of one source: its table as last gathered, and how it went. */
export const pulledFolder = (home: Home, name: string): string => join(home.folder, 'pulled', name);

/** What is known of a source; nothing of one that was never pulled. */
export function stateOf(home: Home, name: string): SourceState {
  try {
    // Only `keepState` writes it.
    return JSON.parse(readFileSync(stateFile(home, name), 'utf8')) as SourceState;
  } catch {
    return {};
  }
}

/** Keeps what is known of a source, whole or not at all. */
export function keepState(home: Home, name: string, state: SourceState): void {
  const file = stateFile(home, name);
  mkdirSync(pulledFolder(home, name), { recursive: true, mode: 0o700 });
  writeFileSync(`${file}.partial`, JSON.stringify(state), { mode: 0o600 });
  renameSync(`${file}.partial`, file);
}

const stateFile = (home: Home, name: string): string =>
  join(pulledFolder(home, name), 'state.json');

/** Whether a source gave nothing good for too long. */
export function isStale({ goodAt }: SourceState, everyMinutes: number, now: Date): boolean {
  return goodAt === undefined || goodUntil(goodAt, everyMinutes) < now;
}

/** Until when what was pulled at a moment is not stale: twice the time in which it is asked. */
export function goodUntil(goodAt: string, everyMinutes: number): Date {
  return new Date(Date.parse(goodAt) + 2 * everyMinutes * 60_000);
}

/** One line on each declared source: when it was last good, whether it is stale, and why the last try failed. */
export function sourceLines(home: Home, now: Date): string[] {
  return sourceNames(home).map((name) => {
    const state = stateOf(home, name);
    const every = everyOf(home, name);
    if (typeof every !== 'number') return `${name}  WRONG  ${every.reason}`;
    const mark = isStale(state, every, now) ? 'STALE' : 'good';
    const failure = state.failure
      ? `  last try ${state.triedAt ?? ''}: ${state.failure.code} ${state.failure.message}`
      : '';
    const waits = state.state === 'WAITING' ? `  waits: source pull ${name} --confirm` : '';
    return `${name}  ${mark.padEnd(5)}  every ${every} min  last good ${state.goodAt ?? 'never'}${waits}${failure}`;
  });
}

function everyOf(home: Home, name: string): number | { reason: string } {
  try {
    return sourceNamed(home, name).declared.everyMinutes;
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}
