import type { Path } from './fields.js';

interface Place {
  /** True where an error stands. */
  isTold: boolean;
  readonly below: Map<string | number, Place>;
}

/** The places of an answer at which errors stand; to look one up costs the same however many there are. */
export class ErrorPlaces {
  readonly #root: Place = { isTold: false, below: new Map() };

  /** Notes that an error stands at a place. */
  add(path: Path): void {
    let place = this.#root;
    for (const segment of path) {
      let next = place.below.get(segment);
      if (!next) place.below.set(segment, (next = { isTold: false, below: new Map() }));
      place = next;
    }
    place.isTold = true;
  }

  /** True when an error stands at a place, above it or below it. */
  explain(path: Path): boolean {
    let place = this.#root;
    for (const segment of path) {
      if (place.isTold) return true;
      const next = place.below.get(segment);
      if (!next) return false;
      place = next;
    }
    return place.isTold || place.below.size > 0;
  }
}
