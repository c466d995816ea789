import { Problem } from '@manabi/kit/problem';
import { SourceProblem } from '@manabi/kit/outbound/source-problem';
import { FileProblem } from '@manabi/kit/import/file-problem';
import { withoutValues } from '@manabi/kit/database-failure';
import type { Logger } from 'pino';

import type { Home } from '../home/home.js';
import { BeingPulled } from './alone-in.js';
import { type PullWish, type Pulled, pullSource } from './pull-source.js';
import { type Source, sourceNamed, sourceNames } from './source-files.js';
import { stateOf } from './source-state.js';

/** Milliseconds between two looks at what is due. */
const look = 10_000;

/** Minutes after which a source that failed is tried again, where it is not due earlier. */
const tryAgain = 5;

/** The pulling of a city while it runs. */
export interface Pulling {
  /** Lets what is being taken in finish, breaks off what is being read, and looks no more. */
  stop(): Promise<void>;
}

/** What the schedule needs of the city. */
export interface PullingCity extends Pick<PullWish, 'withPlaces'> {
  readonly home: Home;
  readonly log: Logger;
}

/**
 * Pulls every declared source when it is due, one after the other, for as long as the city runs. Declarations are read
 * at each look: one that is added, mended or taken away needs no new start. What fails is told in the log and in the
 * state of the source, and tried again.
 */
export function startPulling(city: PullingCity): Pulling {
  const stopping = new AbortController();
  const told = new Map<string, string>();
  let round: Promise<void> | undefined;
  const begin = (): void => {
    round ??= pullWhatIsDue(city, { signal: stopping.signal, told }).finally(() => {
      round = undefined;
    });
  };
  const timer = setInterval(begin, look).unref();
  begin();
  return {
    stop: async () => {
      clearInterval(timer);
      stopping.abort();
      await round;
    },
  };
}

interface Round {
  readonly signal: AbortSignal;
  /** The last fault told of each declaration, so that it is told once. */
  readonly told: Map<string, string>;
}

async function pullWhatIsDue(city: PullingCity, round: Round): Promise<void> {
  for (const name of sourceNames(city.home)) {
    if (round.signal.aborted) return;
    const source = usable(city, name, round.told);
    if (source && isDue(city.home, source, new Date())) await pullOne(city, source, round.signal);
  }
}

function usable(
  { home, log }: PullingCity,
  name: string,
  told: Map<string, string>,
): Source | undefined {
  try {
    const source = sourceNamed(home, name);
    told.delete(name);
    return source;
  } catch (error) {
    const fault = error instanceof Problem ? error.message : String(error);
    if (told.get(name) !== fault)
      log.error({ source: name, fault }, 'a source is declared wrongly');
    told.set(name, fault);
    return undefined;
  }
}

/** Whether a source is to be pulled at a moment: what failed is tried again sooner than what went well. */
export function isDue(home: Home, { name, declared }: Source, now: Date): boolean {
  const { triedAt, failure, notBefore } = stateOf(home, name);
  if (triedAt === undefined) return true;
  if (failure && notBefore !== undefined && now.getTime() < Date.parse(notBefore)) return false;
  const minutes = failure ? Math.min(tryAgain, declared.everyMinutes) : declared.everyMinutes;
  return now.getTime() - Date.parse(triedAt) >= minutes * 60_000;
}

async function pullOne(city: PullingCity, source: Source, signal: AbortSignal): Promise<void> {
  const { home, log, withPlaces } = city;
  const { name } = source;
  try {
    const pulled = await pullSource(home, source, { withPlaces, signal, isScheduled: true });
    const about = { source: name, rows: pulled.rows, ...becameOf(pulled) };
    if (about.state === 'WAITING')
      log.warn(about, 'a source withdraws much and waits for a person');
    else log.info(about, 'a source was pulled');
  } catch (error) {
    if (signal.aborted) return;
    if (error instanceof BeingPulled) {
      log.info({ source: name }, 'a source is pulled by somebody else');
    } else if (error instanceof SourceProblem || error instanceof FileProblem) {
      log.warn({ source: name, code: error.code, reason: error.message }, 'a source gave nothing');
    } else {
      log.error({ source: name, err: withoutValues(error) }, 'a source could not be taken in');
    }
  }
}

function becameOf(pulled: Pulled): { state: string; run?: string } {
  const { result } = pulled;
  if (result) return { state: result.state, run: result.run };
  return { state: pulled.isHeld ? 'HELD' : 'UNCHANGED' };
}
