import type { GraphAnswer } from '../pipeline/graph-answer.js';
import type { Fields } from '../execute/fields.js';
import type { FieldReading } from './field-reading.js';
import type { FieldUse, OperationUse } from './usage-file.js';

type Head = Omit<OperationUse, 'fields' | 'since' | 'last' | 'times' | 'partly'>;

/** Milliseconds between two looks into the answers of one operation and asker. */
const lookEvery = 1_000;

/** Errors of one answer at most whose fields are looked for. */
const errorsLookedAt = 50;

/** Fields of one operation at most. */
const fieldsAtMost = 1_000;

interface CountedField extends Omit<FieldUse, 'lastValue'> {
  lastValue: number | undefined;
}

/** The use of one operation by one asker, while it is counted. */
export class CountedUse {
  /** True once it was dropped to make room: who holds it has to ask anew. */
  isDropped = false;
  last: number;
  readonly #since: number;
  #times = 0;
  #partly = 0;
  #nextLook = 0;
  readonly #fields = new Map<string, CountedField>();

  constructor(
    readonly head: Head,
    now: number,
  ) {
    this.#since = now;
    this.last = now;
  }

  /** Goes on with what was written down. */
  static resumed({ fields, since, last, times, partly, ...head }: OperationUse): CountedUse {
    const use = new CountedUse(head, Date.parse(since));
    use.last = Date.parse(last);
    use.#times = times;
    use.#partly = partly;
    for (const [coordinate, { lastValue, ...counts }] of Object.entries(fields)) {
      const at = lastValue === null ? undefined : Date.parse(lastValue);
      use.#fields.set(coordinate, { ...counts, lastValue: at });
    }
    return use;
  }

  get fieldCount(): number {
    return this.#fields.size;
  }

  /** Takes note of the fields that are asked for. */
  knows(coordinates: Iterable<string>): void {
    for (const coordinate of coordinates) this.#field(coordinate);
  }

  /** Counts one request. */
  asked(now: number): void {
    this.#times += 1;
    this.last = now;
  }

  /** Counts an answer, and looks into it: once in a second for nulls, always where something failed. */
  answered(answer: GraphAnswer, given: () => Fields, reading: FieldReading): void {
    const { errors } = answer;
    if (errors) {
      this.#partly += 1;
      const places = errors.slice(0, errorsLookedAt).flatMap(({ path }) => {
        const place = path && reading.at(path, given());
        return place === undefined ? [] : [place];
      });
      for (const place of new Set(places)) this.#count(place, (field) => (field.failed += 1));
    }
    const now = this.last;
    if (now < this.#nextLook) return;
    this.#nextLook = now + lookEvery;
    const { data } = answer;
    if (!data) return;
    reading.look({ data, raw: given() }, (coordinate, isNull) => {
      this.#count(coordinate, (field) => {
        field.looked += 1;
        if (isNull) field.nulls += 1;
        else field.lastValue = now;
      });
    });
  }

  /** As it is written down. */
  written(): OperationUse {
    const fields = [...this.#fields]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([coordinate, { lastValue, ...counts }]): [string, FieldUse] => [
        coordinate,
        { ...counts, lastValue: lastValue === undefined ? null : iso(lastValue) },
      ]);
    return {
      ...this.head,
      since: iso(this.#since),
      last: iso(this.last),
      times: this.#times,
      partly: this.#partly,
      fields: Object.fromEntries(fields),
    };
  }

  #count(coordinate: string, change: (field: CountedField) => void): void {
    const field = this.#field(coordinate);
    if (field) change(field);
  }

  #field(coordinate: string): CountedField | undefined {
    let field = this.#fields.get(coordinate);
    if (!field && this.#fields.size < fieldsAtMost) {
      field = { looked: 0, nulls: 0, failed: 0, lastValue: undefined };
      this.#fields.set(coordinate, field);
    }
    return field;
  }
}

const iso = (moment: number): string => new Date(moment).toISOString();
