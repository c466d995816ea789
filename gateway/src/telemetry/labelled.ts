/** Series of one metric at most; what comes beyond is counted under "other", so no caller can fill the memory. */
const seriesLimit = 500;

/** What one metric holds for each combination of its labels. */
export class Labelled<Held> {
  readonly #series = new Map<string, Held>();

  constructor(
    readonly names: readonly string[],
    private readonly make: () => Held,
  ) {}

  /** What is held for these labels, given in the order of their names. */
  of(...values: readonly string[]): Held {
    const key = values.length === 1 ? (values[0] ?? '') : values.join('\u0000');
    return this.#series.get(key) ?? this.#add(key);
  }

  /** Everything held, each with its labels as the text format writes them, without braces. */
  *entries(): Iterable<[labels: string, held: Held]> {
    for (const [key, held] of this.#series) {
      if (this.names.length === 0) yield ['', held];
      else yield [this.#labels(key.split('\u0000')), held];
    }
  }

  #add(key: string): Held {
    const isFull = this.#series.size >= seriesLimit;
    const place = isFull ? this.names.map(() => 'other').join('\u0000') : key;
    let held = this.#series.get(place);
    if (held === undefined) {
      held = this.make();
      this.#series.set(place, held);
    }
    return held;
  }

  #labels(values: readonly string[]): string {
    return this.names.map((name, index) => `${name}="${escaped(values[index] ?? '')}"`).join(',');
  }
}

function escaped(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}
