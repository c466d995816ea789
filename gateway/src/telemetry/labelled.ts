/** Series of one metric at most; what comes beyond is counted under "other", so no caller can fill the memory. */
const seriesLimit = 500;

type Level<Held> = Map<string, Level<Held> | Held>;

/** What one metric holds for each combination of its labels. */
export class Labelled<Held> {
  readonly #series = new Map<string, Held>();
  /** The same, by one label after another: what is counted of every request is found without writing a key. */
  readonly #tree: Level<Held> = new Map();

  constructor(
    readonly names: readonly string[],
    private readonly make: () => Held,
  ) {}

  /** What is held for these labels, given in the order of their names. */
  of(...values: readonly string[]): Held {
    let found: Level<Held> | Held | undefined = this.#tree;
    for (const value of values) {
      if (!(found instanceof Map)) break;
      found = found.get(value);
    }
    if (found !== undefined && !(found instanceof Map)) return found;
    const key = values.join('\u0000');
    return this.#series.get(key) ?? this.#add(key, values);
  }

  /** Everything held, each with its labels as the text format writes them, without braces. */
  *entries(): Iterable<[labels: string, held: Held]> {
    for (const [key, held] of this.#series) {
      if (this.names.length === 0) yield ['', held];
      else yield [this.#labels(key.split('\u0000')), held];
    }
  }

  #add(key: string, values: readonly string[]): Held {
    const isFull = this.#series.size >= seriesLimit;
    const place = isFull ? this.names.map(() => 'other').join('\u0000') : key;
    let held = this.#series.get(place);
    if (held === undefined) {
      held = this.make();
      this.#series.set(place, held);
    }
    if (!isFull) this.#plant(values, held);
    return held;
  }

  #plant(values: readonly string[], held: Held): void {
    let level = this.#tree;
    for (const value of values.slice(0, -1)) {
      // Every level but the last holds levels.
      let next = level.get(value) as Level<Held> | undefined;
      if (!next) level.set(value, (next = new Map()));
      level = next;
    }
    const last = values.at(-1);
    if (last !== undefined) level.set(last, held);
  }

  #labels(values: readonly string[]): string {
    return this.names.map((name, index) => `${name}="${escaped(values[index] ?? '')}"`).join(',');
  }
}

function escaped(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}
