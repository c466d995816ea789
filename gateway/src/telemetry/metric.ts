import { Labelled } from './labelled.js';

/** One metric in the text format of Prometheus 0.0.4 (https://prometheus.io/docs/instrumenting/exposition_formats/). */
export interface Metric {
  /** All of its lines, each ended by a line feed. */
  text(): string;
}

/** Counts what only grows. */
export class Counter implements Metric {
  readonly #series: Labelled<{ value: number }>;

  constructor(
    readonly name: string,
    readonly help: string,
    labels: readonly string[] = [],
  ) {
    this.#series = new Labelled(labels, () => ({ value: 0 }));
  }

  /** Adds to the series of these labels. */
  add(amount: number, ...labels: readonly string[]): void {
    this.#series.of(...labels).value += amount;
  }

  text(): string {
    let lines = heading(this, 'counter');
    for (const [labels, { value }] of this.#series.entries()) {
      lines += line(this.name, labels, value);
    }
    return lines;
  }
}

/** A value for one combination of labels. */
export type Reading = readonly [labels: readonly string[], value: number];

/** What a gauge reads. */
export type Readings = Iterable<Reading>;

/** Tells what is now, and looks only when it is asked. */
export class Gauge implements Metric {
  constructor(
    readonly name: string,
    readonly help: string,
    private readonly read: { labels: readonly string[]; now: () => Readings },
  ) {}

  text(): string {
    const series = new Labelled(this.read.labels, () => ({ value: 0 }));
    for (const [labels, value] of this.read.now()) series.of(...labels).value = value;
    let lines = heading(this, 'gauge');
    for (const [labels, { value }] of series.entries()) lines += line(this.name, labels, value);
    return lines;
  }
}

interface Distribution {
  /** Counts of values up to each bound and above the one before it; the last holds what is above all. */
  readonly counts: Float64Array;
  sum: number;
}

/** Counts values by size. */
export class Histogram implements Metric {
  readonly #series: Labelled<Distribution>;
  readonly #bounds: readonly number[];

  constructor(
    readonly name: string,
    readonly help: string,
    shape: { bounds: readonly number[]; labels: readonly string[] },
  ) {
    this.#bounds = shape.bounds;
    this.#series = new Labelled(shape.labels, () => ({
      counts: new Float64Array(shape.bounds.length + 1),
      sum: 0,
    }));
  }

  /** Notes one value in the series of these labels. */
  observe(value: number, ...labels: readonly string[]): void {
    const held = this.#series.of(...labels);
    const bounds = this.#bounds;
    let position = 0;
    // The bounds are few and ascending, and most values are small.
    while (position < bounds.length && value > (bounds[position] ?? Infinity)) position++;
    held.counts[position] = (held.counts[position] ?? 0) + 1;
    held.sum += value;
  }

  text(): string {
    let lines = heading(this, 'histogram');
    for (const [labels, { counts, sum }] of this.#series.entries()) {
      const before = labels === '' ? '' : `${labels},`;
      let total = 0;
      counts.forEach((count, position) => {
        total += count;
        const bound = this.#bounds[position] ?? '+Inf';
        lines += line(`${this.name}_bucket`, `${before}le="${bound}"`, total);
      });
      lines += line(`${this.name}_sum`, labels, sum) + line(`${this.name}_count`, labels, total);
    }
    return lines;
  }
}

function heading({ name, help }: { name: string; help: string }, type: string): string {
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n`;
}

function line(name: string, labels: string, value: number): string {
  return labels === '' ? `${name} ${value}\n` : `${name}{${labels}} ${value}\n`;
}
