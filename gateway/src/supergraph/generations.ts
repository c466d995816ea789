import { Generation, type CacheLimits } from './generation.js';

/** The supergraph that is served now, and those that still have requests under way. */
export class Generations {
  readonly #limits: CacheLimits;
  /** Planners of supergraphs no longer served, until nothing is left of them. */
  readonly #retiring = new Set<Promise<void>>();
  #present: Generation;

  /** Throws when the supergraph cannot be read. */
  constructor(supergraphSdl: string, limits: CacheLimits) {
    this.#limits = limits;
    this.#present = new Generation(supergraphSdl, limits);
  }

  /** What a request that comes now is answered from, to its end. */
  get present(): Generation {
    return this.#present;
  }

  /** Serves another supergraph from the next request on; throws, and changes nothing, when it is not one. */
  replace(supergraphSdl: string): void {
    const next = new Generation(supergraphSdl, this.#limits);
    this.#retire(this.#present);
    this.#present = next;
  }

  /** Ends the planners of all. */
  async close(): Promise<void> {
    this.#retire(this.#present);
    await Promise.all(this.#retiring);
  }

  #retire({ planner }: Generation): void {
    const closing = planner.close().finally(() => this.#retiring.delete(closing));
    this.#retiring.add(closing);
  }
}
