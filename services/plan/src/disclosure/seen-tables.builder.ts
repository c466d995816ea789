import { type CubedMeasure, cubedMeasures, partsOf, peopleCubes } from '../people/people-cubes.js';
import { yearOf } from '../people/period.rules.js';
import { StatisticDimensionCode as Dimension } from '../statistic-table/statistic-codes.js';
import type { Secret, Seen } from './attack.builder.js';

/** A number that nobody is to learn, and by what tables divide it; all of that is public. */
export interface PlacedSecret extends Secret {
  readonly month: string;
  readonly groups: Readonly<Partial<Record<Dimension, readonly string[]>>>;
}

/** A line of a table of people. */
export interface TableLine {
  readonly keys: readonly string[];
  readonly cells: readonly { readonly value: number | null; readonly state: string }[];
}

/** The document that asks for a table of people. */
export const tableOfPeople = `query ($question: StatisticQuestion!) {
  statistics(question: $question) { rows { keys cells { value state } } } }`;

interface Place {
  readonly period: string;
  readonly set: readonly Dimension[];
  readonly codes: readonly string[];
}

interface Cell {
  readonly told: number | null;
  readonly measure: CubedMeasure;
  readonly place: Place;
}

/** Every number of people that tables told or held back, to whoever asked for all of them. */
export class SeenTables {
  readonly #cells = new Map<string, Cell>();

  /** Numbers that were told twice and differ: what is closed may not change. */
  readonly changed: string[] = [];

  constructor(private readonly ask: (question: object) => Promise<readonly TableLine[]>) {}

  /** Asks every table of people of a snapshot, of the newest one unless named; of samples where `countSamples`. */
  async askAll(snapshot: string | null, countSamples = false): Promise<void> {
    for (const measure of cubedMeasures)
      for (const kind of [Dimension.MONTH, Dimension.FISCAL_YEAR] as const)
        for (const set of peopleCubes[measure].cubes[kind].flatMap(partsOf)) {
          const dimensions = [kind, ...set];
          const question = { measures: [measure], dimensions, snapshot, countSamples };
          this.#take(measure, set, await this.ask(question));
        }
  }

  #take(measure: CubedMeasure, set: readonly Dimension[], lines: readonly TableLine[]): void {
    for (const { keys, cells } of lines) {
      const [cell] = cells;
      if (!cell || cell.state === 'MISSING') continue;
      const name = JSON.stringify([measure, set, keys]);
      const before = this.#cells.get(name);
      if (before && before.told !== cell.value) this.changed.push(name);
      const place = { period: keys[0] ?? '', set, codes: keys.slice(1) };
      this.#cells.set(name, { told: cell.value, measure, place });
    }
  }

  /** What was told and held back of a measure, as sums of these secrets. */
  of(measure: CubedMeasure, secrets: readonly PlacedSecret[]): Seen[] {
    return [...this.#cells.values()]
      .filter((cell) => cell.measure === measure)
      .map(({ told, place }) => ({
        told,
        members: secrets.flatMap((secret, at) => (isIn(secret, place) ? [at] : [])),
      }));
  }
}

const isIn = ({ month, groups }: PlacedSecret, { period, set, codes }: Place): boolean =>
  (period === month || period === yearOf(month)) &&
  set.every((dimension, at) => groups[dimension]?.includes(codes[at] ?? ''));
