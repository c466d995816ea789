import { refuseUnreadable } from '../plan/readable.js';
import type { TrustedDocuments } from '../trusted/trusted-documents.js';
import type { Misfit } from '../trusted/warm-up.js';
import { Generation, type CacheLimits } from './generation.js';

/** What a generation is made of. */
export interface Source {
  supergraphSdl: string;
  trusted: TrustedDocuments;
}

/** How a reload ended: it is served; it was served already; one that came later takes its place. */
export type Reloaded = 'served' | 'unchanged' | 'overtaken';

/** A supergraph that is not served, because trusted documents do not fit it. */
export class SupergraphRefused extends Error {
  override readonly name = 'SupergraphRefused';

  constructor(readonly misfits: readonly Misfit[]) {
    const told = misfits.map(({ digest, reason }) => `sha256:${digest}: ${reason}`);
    super(
      `The supergraph is not served, because trusted documents do not fit it. Change it, or withdraw them first. ${told.join(' ')}`,
    );
  }
}

/** How generations are kept. */
export interface Keeping {
  limits: CacheLimits;
  /** Plans what is known to be asked; answers which trusted documents do not fit. */
  warmUp(generation: Generation): Promise<readonly Misfit[]>;
}

interface Waiting {
  source: Source;
  settle: (outcome: Reloaded | Promise<Reloaded>) => void;
}

/** Generations that may be alive at once: the present one, those with requests under way, the next. */
const alive = 4;

/** The supergraph that is served now, and those that still have requests under way. */
export class Generations {
  readonly #keeping: Keeping;
  /** Planners of supergraphs no longer served, until nothing is left of them. */
  readonly #retiring = new Set<Promise<void>>();
  /** How many requests each generation has under way. */
  readonly #underWay = new Map<Generation, number>();
  /** Told when a generation that is no longer served has no request left. */
  #emptied: () => void = () => undefined;
  #present: Generation;
  #replacing: Promise<unknown> | undefined;
  #waiting: Waiting | undefined;
  #isClosed = false;

  /** Throws when the supergraph cannot be read. */
  constructor({ supergraphSdl, trusted }: Source, keeping: Keeping) {
    this.#keeping = keeping;
    this.#present = new Generation(supergraphSdl, keeping.limits, { trusted });
    try {
      // Here and now; a later one is read first by its planner, in a process of its own.
      refuseUnreadable(supergraphSdl);
    } catch (error) {
      this.#retire(this.#present);
      throw error;
    }
  }

  /** What a request that comes now is answered from, to its end. */
  get present(): Generation {
    return this.#present;
  }

  /** Supergraphs alive: the present one and those that still have requests under way. */
  get alive(): number {
    return new Set([this.#present, ...this.#underWay.keys()]).size;
  }

  /** Does the work of one request with the present generation, which is kept until the work is done. */
  async use<Result>(work: (generation: Generation) => Promise<Result>): Promise<Result> {
    const generation = this.#present;
    this.#underWay.set(generation, (this.#underWay.get(generation) ?? 0) + 1);
    try {
      return await work(generation);
    } finally {
      this.#left(generation);
    }
  }

  /**
   * Serves another supergraph from the next request on, once everything trusted is planned for it. One that is
   * served already changes nothing; of several that come while one is prepared only the last is. Rejects, and
   * changes nothing, when it is no supergraph or when trusted documents do not fit it.
   */
  replace(source: Source): Promise<Reloaded> {
    if (!this.#replacing) return this.#begin(source);
    this.#waiting?.settle('overtaken');
    return new Promise((settle) => {
      this.#waiting = { source, settle };
    });
  }

  /** Ends the planners of all. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#waiting?.settle('overtaken');
    this.#waiting = undefined;
    this.#emptied();
    await this.#replacing;
    this.#retire(this.#present);
    await Promise.all(this.#retiring);
  }

  #begin(source: Source): Promise<Reloaded> {
    const replaced = this.#replace(source);
    this.#replacing = replaced
      .catch(() => undefined)
      .then(() => {
        this.#replacing = undefined;
        const next = this.#waiting;
        this.#waiting = undefined;
        next?.settle(this.#begin(next.source));
      });
    return replaced;
  }

  async #replace({ supergraphSdl, trusted }: Source): Promise<Reloaded> {
    const present = this.#present;
    if (supergraphSdl === present.supergraphSdl && trusted.key === present.trusted.key) {
      return 'unchanged';
    }
    await this.#roomForOne();
    if (this.#isClosed) return 'overtaken';
    const inherited = { trusted, askers: present.askers };
    const next = new Generation(supergraphSdl, this.#keeping.limits, inherited);
    try {
      await next.planner.read();
      const misfits = await this.#keeping.warmUp(next);
      if (misfits.length > 0) throw new SupergraphRefused(misfits);
    } catch (error) {
      this.#retire(next);
      throw error;
    }
    this.#present = next;
    this.#retire(present);
    return 'served';
  }

  /** Waits until few enough generations are alive; a request keeps its own no longer than its deadline. */
  async #roomForOne(): Promise<void> {
    const isFull = (): boolean =>
      [...this.#underWay.keys()].filter((each) => each !== this.#present).length > alive - 2;
    while (isFull() && !this.#isClosed) {
      await new Promise<void>((emptied) => {
        this.#emptied = emptied;
      });
    }
  }

  #left(generation: Generation): void {
    const left = (this.#underWay.get(generation) ?? 1) - 1;
    if (left > 0) {
      this.#underWay.set(generation, left);
      return;
    }
    this.#underWay.delete(generation);
    if (generation !== this.#present) this.#emptied();
  }

  #retire({ planner }: Generation): void {
    const closing = planner.close().finally(() => this.#retiring.delete(closing));
    this.#retiring.add(closing);
  }
}
