import { Polytope } from './polytope.js';

/** A number that an attacker wants to know, or knows a sum of. */
export interface Secret {
  readonly truth: number;
  /** What anybody knows of it without the tables. */
  readonly low: number;
  readonly high: number;
}

/** A number told, or held back: which secrets it adds up. */
export interface Seen {
  readonly members: readonly number[];
  /** What was told; null where it was held back. */
  readonly told: number | null;
}

/** What an attacker found out of a number that was held back. */
export interface Found {
  readonly at: number;
  /** True where it follows exactly from sums and differences of what was told. */
  readonly isExact: boolean;
  /** Between the least and the most that it can be. */
  readonly width: number;
  /** The same without any table but what tells that nobody is there, which may always be told. */
  readonly known: number;
}

/**
 * Everything that linear algebra and linear programming make of what was told, by all who share what they saw. The true
 * values only say where the search for the ends of an interval begins; the ends do not depend on it.
 */
export function attack(secrets: readonly Secret[], seen: readonly Seen[]): Found[] {
  const told = seen.filter((each) => each.told !== null);
  const span = new Span(secrets.length);
  for (const [at, { low, high }] of secrets.entries()) if (low === high) span.add([at]);
  const sums = told.flatMap(({ members }) => (span.add(members) ? [members] : []));
  const unknown = () =>
    new Polytope({
      values: secrets.map(({ truth }) => truth),
      low: secrets.map(({ low }) => low),
      high: secrets.map(({ high }) => high),
      sums,
    });
  const polytope = unknown();
  return seen.flatMap(({ members, told }, at) => {
    if (told !== null) return [];
    polytope.push(members, -1, Infinity);
    const { moved } = polytope.push(members, 1, Infinity);
    const somebody = members.filter((each) => secrets[each]?.truth !== 0);
    const known = somebody.reduce((sum, each) => sum + widthOf(secrets[each]), 0);
    return [{ at, isExact: known > 0 && span.holds(members), width: moved, known }];
  });
}

const widthOf = (secret: Secret | undefined): number => (secret ? secret.high - secret.low : 0);

/** Everything that follows from some sums by adding and taking away (Gauss). */
class Span {
  readonly #rows = new Map<number, Float64Array>();

  constructor(private readonly width: number) {}

  /** Adds a sum; false where it followed before. */
  add(members: readonly number[]): boolean {
    const rest = this.#restOf(members);
    const first = rest.findIndex((value) => Math.abs(value) > 1e-9);
    if (first < 0) return false;
    const factor = rest[first] ?? 1;
    this.#rows.set(
      first,
      rest.map((value) => value / factor),
    );
    return true;
  }

  holds(members: readonly number[]): boolean {
    return this.#restOf(members).every((value) => Math.abs(value) <= 1e-9);
  }

  #restOf(members: readonly number[]): Float64Array {
    const rest = new Float64Array(this.width);
    for (const member of members) rest[member] = 1;
    for (let column = 0; column < this.width; column += 1) {
      const factor = rest[column] ?? 0;
      const row = this.#rows.get(column);
      if (!row || factor === 0) continue;
      for (let each = column; each < this.width; each += 1)
        rest[each] = (rest[each] ?? 0) - factor * (row[each] ?? 0);
    }
    return rest;
  }
}
