const tiny = 1e-9;

/** How far an unknown moves that nothing holds. */
const far = 1e6;

/** Numbers that are known only by bounds and by sums that are public. */
export interface Unknowns {
  /** Their true values, by which the search begins; no answer depends on them otherwise. */
  readonly values: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** Public sums: of each, which unknowns it adds up. */
  readonly sums: readonly (readonly number[])[];
}

/** How far a sum of unknowns can move, and which public sums hold it back. */
export interface Reach {
  readonly moved: number;
  /** Public sums (by their place) whose release would let it move further; empty where none would. */
  readonly heldBy: readonly number[];
}

/**
 * Everything that unknowns can be, given what is public: the set of which every public sum and bound stays as it is.
 * Walks from vertex to vertex of it (the bounded simplex method on a dense tableau, with Bland's rule once it stands
 * still), so that every point it stops at could be the truth.
 */
export class Polytope {
  readonly #columns: number;
  readonly #rows: number;
  readonly #tableau: Float64Array[];
  readonly #basis: number[];
  readonly #place: Int32Array;
  readonly #sums: readonly (readonly number[])[];
  readonly #low: Float64Array;
  readonly #high: Float64Array;
  /** The point at which it stands. */
  readonly values: Float64Array;

  constructor({ values, low, high, sums }: Unknowns) {
    const [count, rows] = [values.length, sums.length];
    this.#columns = count + rows;
    this.#sums = sums;
    this.#rows = rows;
    this.values = new Float64Array(this.#columns);
    this.values.set(values);
    this.#low = new Float64Array(this.#columns);
    this.#low.set(low);
    this.#high = new Float64Array(this.#columns);
    this.#high.set(high);
    // Behind the unknowns stands what each sum may differ by: nothing.
    this.#basis = sums.map((_, row) => count + row);
    this.#place = new Int32Array(this.#columns).fill(-1);
    this.#tableau = sums.map((members, row) => {
      const line = new Float64Array(this.#columns);
      for (const member of members) line[member] = 1;
      line[count + row] = 1;
      this.#place[count + row] = row;
      return line;
    });
  }

  /** Moves the sum of some unknowns up (1) or down (-1) until it has moved by `enough`, or cannot any more. */
  push(members: readonly number[], direction: 1 | -1, enough: number): Reach {
    const start = this.#sumOf(members);
    const prices = this.#pricesOf(members, direction);
    let still = 0;
    for (let step = 0; step < 20_000; step += 1) {
      if (Math.abs(this.#sumOf(members) - start) >= enough) return this.#reach(members, start, []);
      const entering = this.#entering(prices, still > 50);
      if (entering < 0) return this.#reach(members, start, this.#binding(prices));
      const length = this.#move(entering, prices);
      still = length > tiny ? 0 : still + 1;
    }
    return this.#reach(members, start, this.#binding(prices));
  }

  /** True when it stands at whole numbers, as people are counted. */
  get isWhole(): boolean {
    return this.values.every((value) => Math.abs(value - Math.round(value)) < 1e-6);
  }

  /** The public sums that hold any of these unknowns. */
  sumsOf(members: readonly number[]): number[] {
    const wanted = new Set(members);
    return this.#sums.flatMap((sum, row) => (sum.some((each) => wanted.has(each)) ? [row] : []));
  }

  #sumOf(members: readonly number[]): number {
    let sum = 0;
    for (const member of members) sum += this.values[member] ?? 0;
    return sum;
  }

  #reach(members: readonly number[], start: number, heldBy: readonly number[]): Reach {
    return { moved: this.#sumOf(members) - start, heldBy };
  }

  /** What a move of each unknown by one would gain, the sums kept. */
  #pricesOf(members: readonly number[], direction: number): Float64Array {
    const prices = new Float64Array(this.#columns);
    for (const member of members) prices[member] = direction;
    const own = Float64Array.from(prices);
    for (let row = 0; row < this.#rows; row += 1) {
      const price = own[this.#basis[row] ?? 0] ?? 0;
      if (price !== 0) subtract(prices, this.#tableau[row], price);
    }
    return prices;
  }

  /** An unknown whose move gains, best first; the first one by number where `isCareful`, lest it goes round. */
  #entering(prices: Float64Array, isCareful: boolean): number {
    let [best, gain] = [-1, 1e-7];
    for (let column = 0; column < this.#columns - this.#rows; column += 1) {
      const price = prices[column] ?? 0;
      if (Math.abs(price) <= gain || (this.#place[column] ?? -1) >= 0) continue;
      if (this.#room(column, price > 0) <= tiny) continue;
      if (isCareful) return column;
      [best, gain] = [column, Math.abs(price)];
    }
    return best;
  }

  #room(column: number, isUp: boolean): number {
    const value = this.values[column] ?? 0;
    return isUp ? (this.#high[column] ?? 0) - value : value - (this.#low[column] ?? 0);
  }

  /** Moves one unknown as far as it and those that balance it can go; gives how far. */
  #move(entering: number, prices: Float64Array): number {
    const sign = (prices[entering] ?? 0) > 0 ? 1 : -1;
    let [length, leaving, strength] = [this.#room(entering, sign > 0), -1, 0];
    for (let row = 0; row < this.#rows; row += 1) {
      const rate = -(this.#tableau[row]?.[entering] ?? 0) * sign;
      if (Math.abs(rate) < tiny) continue;
      const room = Math.max(0, this.#room(this.#basis[row] ?? 0, rate > 0)) / Math.abs(rate);
      const isNearer = room < length - tiny;
      if (isNearer || (room <= length + tiny && leaving >= 0 && Math.abs(rate) > strength)) {
        [length, leaving, strength] = [Math.min(length, room), row, Math.abs(rate)];
      }
    }
    // Where nothing ends it, far is far enough.
    const moved = Number.isFinite(length) ? length : far;
    this.#shift(entering, sign * moved);
    if (leaving >= 0) this.#pivot(leaving, entering, prices);
    return moved;
  }

  #shift(entering: number, by: number): void {
    if (by === 0) return;
    for (let row = 0; row < this.#rows; row += 1) {
      const rate = this.#tableau[row]?.[entering] ?? 0;
      const column = this.#basis[row] ?? 0;
      if (rate !== 0) this.values[column] = (this.values[column] ?? 0) - rate * by;
    }
    this.values[entering] = (this.values[entering] ?? 0) + by;
  }

  #pivot(leaving: number, entering: number, prices: Float64Array): void {
    const line = this.#tableau[leaving];
    if (!line) return;
    const factor = line[entering] ?? 1;
    for (let column = 0; column < this.#columns; column += 1)
      line[column] = (line[column] ?? 0) / factor;
    for (const [row, other] of this.#tableau.entries())
      if (row !== leaving) subtract(other, line, other[entering] ?? 0);
    subtract(prices, line, prices[entering] ?? 0);
    this.#place[this.#basis[leaving] ?? 0] = -1;
    this.#basis[leaving] = entering;
    this.#place[entering] = leaving;
  }

  #binding(prices: Float64Array): number[] {
    const first = this.#columns - this.#rows;
    return Array.from({ length: this.#rows }, (_, row) => row).filter(
      (row) => Math.abs(prices[first + row] ?? 0) > 1e-7,
    );
  }
}

function subtract(from: Float64Array, line: Float64Array | undefined, times: number): void {
  if (!line || times === 0) return;
  for (let column = 0; column < from.length; column += 1)
    from[column] = (from[column] ?? 0) - times * (line[column] ?? 0);
}
