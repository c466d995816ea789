import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { FileProblem } from '@manabi/kit/import/file-problem';
import { SourceProblem } from '@manabi/kit/outbound/source-problem';

import { municipality } from '../city/municipality.js';
import type { Home } from '../home/home.js';
import { takeDelivery } from '../delivery/take-delivery.js';
import { type ImportPlaces, servicesTaking } from '../import/import-places.js';
import type { ImportResult } from '../import/import-request.js';
import { type Gathered, gatherRows } from './gather-rows.js';
import type { Source } from './source-files.js';
import { type SourceState, keepState, pulledFolder, stateOf } from './source-state.js';

/** How a pull is done. */
export interface PullWish {
  /** True to learn what would happen and change nothing. */
  readonly dryRun?: boolean;
  /** True when somebody saw that it withdraws more than the limit, and agreed. */
  readonly confirmed?: boolean;
  readonly signal?: AbortSignal;
  /** Lends the databases to the import, when there is something to take in; takes turns with other imports. */
  readonly withPlaces: <Done>(task: (places: ImportPlaces) => Promise<Done>) => Promise<Done>;
}

/** What a pull did: an import like that of a file, or nothing because the source told no news. */
export type Pulled = { readonly rows: number } & (
  | { readonly result: ImportResult }
  | { readonly result: undefined }
);

/**
 * Pulls one source: gathers all of it, then takes it as a delivery of its department, unless it is what was taken last.
 * Throws a SourceProblem or FileProblem, which is kept as the source's state; then the city has what it had before.
 */
export async function pullSource(home: Home, source: Source, wish: PullWish): Promise<Pulled> {
  if (wish.dryRun) return tryPull(home, source, wish);
  const before = stateOf(home, source.name);
  const triedAt = new Date().toISOString();
  const keep = (state: SourceState): void =>
    keepState(home, source.name, { ...goodPart(before), triedAt, ...state });
  // Told before anything is gathered: who is killed in between leaves something to be taken in.
  keepState(home, source.name, { ...before, triedAt, isPending: true });
  try {
    const gathered = await gather(source, pulledFolder(home, source.name), wish);
    const { file, rows, digest } = gathered;
    const isNews = before.isPending === true || (digest ?? before.digest) !== before.digest;
    if (!isNews || !existsSync(file)) {
      keep({ goodAt: triedAt });
      return { rows, result: undefined };
    }
    const result = await take(home, source, { file, wish });
    const { state, run } = result;
    const isTaken = state !== 'WAITING';
    keep({
      state,
      run,
      isPending: !isTaken,
      ...(isTaken && { goodAt: triedAt, ...(digest && { digest }) }),
    });
    return { rows, result };
  } catch (error) {
    keep({ isPending: true, failure: failureOf(error) });
    throw error;
  }
}

/** Pulls as it would be done, beside what was gathered for good. */
async function tryPull(home: Home, source: Source, wish: PullWish): Promise<Pulled> {
  const folder = join(pulledFolder(home, source.name), 'trial');
  try {
    const { file, rows } = await gather(source, folder, wish);
    return { rows, result: await take(home, source, { file, wish }) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const gather = (source: Source, folder: string, { signal }: PullWish): Promise<Gathered> =>
  gatherRows(source, { folder, ...(signal && { signal }) });

function goodPart({ goodAt, state, run, digest }: SourceState): SourceState {
  return {
    ...(goodAt && { goodAt }),
    ...(state && { state }),
    ...(run && { run }),
    ...(digest && { digest }),
  };
}

/** Takes the table of a source as a delivery. Throws a FileProblem when nothing of it may be taken. */
async function take(
  home: Home,
  { name, declared, department }: Source,
  { file, wish }: { file: string; wish: PullWish },
): Promise<ImportResult> {
  const { kind, mode, dataset, licence } = declared;
  const [only, ...others] = servicesTaking(kind, department);
  const { result, problem } = await wish.withPlaces((places) =>
    takeDelivery(places, home, {
      way: 'PULL',
      owner: only !== undefined && others.length === 0 ? only : null,
      request: {
        file,
        mode: mode === 'delta' ? 'delta' : 'full',
        kind,
        dataset: dataset ?? name,
        dryRun: wish.dryRun ?? false,
        confirmed: wish.confirmed ?? false,
        scope: municipality,
        onProgress: () => {},
        ...(department && { department }),
        ...(licence && { licence }),
      },
    }),
  );
  if (result) return result;
  throw problem ?? new Error('A delivery was neither taken nor refused.');
}

/** What may be kept and shown of a failure: never a value of a row. */
function failureOf(error: unknown): { code: string; message: string } {
  if (error instanceof SourceProblem || error instanceof FileProblem)
    return { code: error.code, message: error.message };
  return { code: 'INTERNAL', message: 'Something failed inside; the log says more.' };
}
