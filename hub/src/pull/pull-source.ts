import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { FileProblem } from '@manabi/kit/import/file-problem';
import { SourceProblem } from '@manabi/kit/outbound/source-problem';

import { municipality } from '../city/municipality.js';
import type { Home } from '../home/home.js';
import type { ImportPlaces } from '../import/import-places.js';
import type { ImportResult } from '../import/import-request.js';
import { importFile } from '../import/run-import.js';
import { gatherRows } from './gather-rows.js';
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
 * Pulls one source: gathers all of it, then imports it as a delivered file. Throws a SourceProblem or FileProblem, which
 * is kept as the source's state; then the city has what it had before.
 */
export async function pullSource(home: Home, source: Source, wish: PullWish): Promise<Pulled> {
  const before = stateOf(home, source.name);
  const triedAt = new Date().toISOString();
  const keep = (state: SourceState): void => {
    if (!wish.dryRun) keepState(home, source.name, { triedAt, ...state });
  };
  try {
    const folder = pulledFolder(home, source.name);
    // Told before anything is gathered: who is killed in between leaves something to be taken in.
    keep({ ...before, triedAt, isPending: true });
    const gathered = await gatherRows(source, {
      folder: wish.dryRun ? join(folder, 'trial') : folder,
      ...(wish.signal && { signal: wish.signal }),
    });
    const isNews = gathered.isNew || before.isPending === true || wish.dryRun === true;
    if (!isNews || !existsSync(gathered.file)) {
      keep({ ...goodPart(before), goodAt: triedAt });
      return { rows: gathered.rows, result: undefined };
    }
    const result = await wish.withPlaces((places) =>
      importFile(places, requestOf(home, source, { file: gathered.file, wish })),
    );
    const isTaken = result.state !== 'WAITING';
    const goodAt = isTaken ? triedAt : before.goodAt;
    keep({ state: result.state, run: result.run, isPending: !isTaken, ...(goodAt && { goodAt }) });
    return { rows: gathered.rows, result };
  } catch (error) {
    keep({ ...goodPart(before), triedAt, isPending: true, failure: failureOf(error) });
    throw error;
  }
}

function goodPart({ goodAt, state, run }: SourceState): SourceState {
  return { ...(goodAt && { goodAt }), ...(state && { state }), ...(run && { run }) };
}

function requestOf(
  home: Home,
  { name, declared, department }: Source,
  { file, wish }: { file: string; wish: PullWish },
): Parameters<typeof importFile>[1] {
  return {
    file,
    mode: declared.mode === 'delta' ? 'delta' : 'full',
    kind: declared.kind,
    dataset: declared.dataset ?? name,
    dryRun: wish.dryRun ?? false,
    confirmed: wish.confirmed ?? false,
    scope: municipality,
    reports: join(home.folder, 'deliveries'),
    onProgress: () => {},
    ...(department && { department }),
    ...(declared.licence && { licence: declared.licence }),
  };
}

/** What may be kept and shown of a failure: never a value of a row. */
function failureOf(error: unknown): { code: string; message: string } {
  if (error instanceof SourceProblem || error instanceof FileProblem)
    return { code: error.code, message: error.message };
  return { code: 'INTERNAL', message: 'Something failed inside; the log says more.' };
}
