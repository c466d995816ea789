import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { FileProblem } from '@manabi/kit/import/file-problem';
import { SourceProblem } from '@manabi/kit/outbound/source-problem';

import { municipality } from '../city/municipality.js';
import type { Home } from '../home/home.js';
import { takeDelivery } from '../delivery/take-delivery.js';
import { type ImportPlaces, servicesTaking } from '../import/import-places.js';
import type { ImportResult } from '../import/import-request.js';
import { aloneIn } from './alone-in.js';
import { type Gathered, type Gathering, gatherRows } from './gather-rows.js';
import { digestOfTable } from './pulled-table.js';
import type { Source } from './source-files.js';
import { type SourceState, keepState, pulledFolder, stateOf } from './source-state.js';

/** How a pull is done. */
export interface PullWish {
  /** True to learn what would happen and change nothing. */
  readonly dryRun?: boolean;
  /** True when somebody saw that it withdraws more than the limit, and agreed. */
  readonly confirmed?: boolean;
  /** True where nobody asks for it by hand: then a table that waits or was refused is not offered again at once. */
  readonly isScheduled?: boolean;
  readonly signal?: AbortSignal;
  /** Lends the databases to the import, when there is something to take in; takes turns with other imports. */
  readonly withPlaces: <Done>(task: (places: ImportPlaces) => Promise<Done>) => Promise<Done>;
}

/** What a pull did: an import like that of a file, or nothing because the source told no news. */
export type Pulled = { readonly rows: number } & (
  | { readonly result: ImportResult }
  | {
      readonly result: undefined;
      /** True when the table is the one that waits for a person, or was refused. */
      readonly isHeld?: true;
    }
);

/** Milliseconds for which somebody who pulls by hand waits for a pull that is under way. */
const waited = 60_000;

/** Milliseconds after which a table that was not taken is offered again: what stood in its way may have changed. */
const offeredAgain = 20 * 60 * 60 * 1000;

/**
 * Pulls one source: gathers all of it, then takes it as a delivery of its department, unless it is what was taken last.
 * Throws a SourceProblem or FileProblem, which is kept as the source's state; then the city has what it had before. A
 * Problem says that somebody else pulls it at this moment.
 */
export function pullSource(home: Home, source: Source, wish: PullWish): Promise<Pulled> {
  if (wish.dryRun) return tryPull(home, source, wish);
  const { name } = source;
  const milliseconds = wish.isScheduled ? 0 : waited;
  const place = { folder: pulledFolder(home, name), name, milliseconds };
  return aloneIn(place, () => pull(home, source, wish));
}

async function pull(home: Home, source: Source, wish: PullWish): Promise<Pulled> {
  const before = stateOf(home, source.name);
  const triedAt = new Date().toISOString();
  const keep = (state: SourceState): void =>
    keepState(home, source.name, { ...goodPart(before), triedAt, ...state });
  // Told before anything is gathered: who is killed in between leaves something to be taken in.
  keepState(home, source.name, { ...before, triedAt, isPending: true });
  let offered: SourceState['offered'];
  try {
    const gathering = { folder: pulledFolder(home, source.name), ...since(before) };
    const { file, rows, digest } = await gather(source, gathering, wish);
    if (!isNews(source, before, { file, rows, digest })) {
      keep({ goodAt: triedAt });
      return { rows, result: undefined };
    }
    offered = { digest: digest ?? (await digestOfTable(file)), at: triedAt };
    if (wish.isScheduled && isHeld(before, offered)) {
      keep({ ...heldPart(before), isPending: true });
      return { rows, result: undefined, isHeld: true };
    }
    const result = await take(home, source, { file, wish });
    const { state, run } = result;
    const taken = { goodAt: triedAt, digest: offered.digest };
    keep({ state, run, ...(state === 'WAITING' ? { offered, isPending: true } : taken) });
    return { rows, result };
  } catch (error) {
    keep({ isPending: true, failure: failureOf(error), ...laterOf(error, offered) });
    throw error;
  }
}

/** Whether a table is another than the one that was taken last, or was not taken yet. */
function isNews(
  { declared }: Source,
  before: SourceState,
  { file, rows, digest }: Gathered,
): boolean {
  if (!existsSync(file) || (declared.mode === 'delta' && rows === 0)) return false;
  return before.isPending === true || (digest ?? before.digest) !== before.digest;
}

const isHeld = (before: SourceState, offered: { digest: string; at: string }): boolean =>
  before.offered?.digest === offered.digest &&
  Date.parse(offered.at) - Date.parse(before.offered.at) < offeredAgain;

const since = ({ goodAt }: SourceState): Pick<Gathering, 'goodAt'> => (goodAt ? { goodAt } : {});

function heldPart({ offered, failure }: SourceState): SourceState {
  return { ...(offered && { offered }), ...(failure && { failure }) };
}

/** What a failure leaves for the next try: the table that was refused, or when the source may be asked again. */
function laterOf(error: unknown, offered: SourceState['offered']): SourceState {
  if (error instanceof FileProblem) return offered ? { offered } : {};
  const wait = error instanceof SourceProblem ? error.answer.retryAfter : undefined;
  return wait === undefined ? {} : { notBefore: new Date(Date.now() + wait).toISOString() };
}

/** Pulls as it would be done, beside what was gathered for good. */
async function tryPull(home: Home, source: Source, wish: PullWish): Promise<Pulled> {
  mkdirSync(pulledFolder(home, source.name), { recursive: true, mode: 0o700 });
  const folder = mkdtempSync(join(pulledFolder(home, source.name), 'trial-'));
  try {
    const before = stateOf(home, source.name);
    const { file, rows } = await gather(source, { folder, ...since(before) }, wish);
    return { rows, result: await take(home, source, { file, wish }) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const gather = (source: Source, gathering: Gathering, { signal }: PullWish): Promise<Gathered> =>
  gatherRows(source, { ...gathering, ...(signal && { signal }) });

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
