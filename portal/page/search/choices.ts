import type { Found } from './ask.js';
import { type Narrowing, narrowings } from '../../src/search/narrowing.js';
import { wordOf } from '../../src/search/words.js';

type FacetValue = NonNullable<
  NonNullable<NonNullable<NonNullable<Found>['facets']>[number]>['values']
>[number];

/** The choices by which a search can be narrowed, with what each would leave. They stay where they once stood. */
export class Choices {
  readonly #groups = new Map<string, Group>();

  constructor(place: HTMLElement) {
    for (const narrowing of narrowings) {
      const group = new Group(narrowing);
      this.#groups.set(narrowing.field, group);
      place.append(group.element);
    }
  }

  /** Marks what is chosen, also where no answer has spoken of it yet. */
  choose(chosen: Readonly<Record<string, readonly string[]>>): void {
    for (const group of this.#groups.values()) group.choose(chosen[group.name] ?? []);
  }

  /** Takes over the counts of an answer; what it does not name would leave nothing. */
  count(facets: NonNullable<Found>['facets']): void {
    for (const { field, values, isExact } of facets ?? [])
      this.#groups.get(field ?? '')?.count(values ?? [], isExact ?? false);
  }

  /** What residents read for a code, as far as an answer has said it. */
  wordOf(field: Narrowing['field'], code: string): string | undefined {
    return this.#groups.get(field)?.wordOf(code);
  }
}

/** One choice: a box to tick, its word, and how many it would leave. */
interface Choice {
  readonly row: HTMLLabelElement;
  readonly box: HTMLInputElement;
  readonly word: HTMLSpanElement;
  readonly number: HTMLSpanElement;
}

class Group {
  readonly element = document.createElement('fieldset');
  readonly #rows = document.createElement('div');
  readonly #choices = new Map<string, Choice>();

  constructor(readonly narrowing: Narrowing) {
    const legend = document.createElement('legend');
    legend.textContent = narrowing.legend;
    this.#rows.className = 'rows';
    this.element.append(legend, this.#rows);
    this.element.hidden = true;
  }

  get name(): string {
    return this.narrowing.name;
  }

  choose(codes: readonly string[]): void {
    for (const code of codes) if (!this.#choices.has(code)) this.#add(code, undefined);
    for (const [code, { box }] of this.#choices) box.checked = codes.includes(code);
  }

  count(values: readonly FacetValue[], isExact: boolean): void {
    for (const choice of this.#choices.values()) tell(choice, 0, true);
    let above: Choice | undefined;
    for (const { code, label, count } of values) {
      if (code === null) continue;
      const choice = this.#choices.get(code) ?? this.#add(code, above);
      if (label) choice.word.textContent = label.ja;
      tell(choice, count ?? 0, isExact);
      above = choice;
    }
    this.element.hidden = this.#choices.size === 0;
  }

  wordOf(code: string): string | undefined {
    return this.#choices.get(code)?.word.textContent ?? undefined;
  }

  #add(code: string, above: Choice | undefined): Choice {
    const choice = newChoice(this.name, code, wordOf(this.narrowing.words ?? {}, code));
    if (above) above.row.after(choice.row);
    else this.#rows.prepend(choice.row);
    this.#choices.set(code, choice);
    this.element.hidden = false;
    return choice;
  }
}

function newChoice(name: string, code: string, text: string): Choice {
  const row = document.createElement('label');
  const box = document.createElement('input');
  const word = document.createElement('span');
  const number = document.createElement('span');
  Object.assign(box, { type: 'checkbox', name, value: code });
  word.textContent = text;
  number.className = 'number';
  row.append(box, word, number);
  return { row, box, word, number };
}

function tell({ row, number }: Choice, count: number, isExact: boolean): void {
  row.classList.toggle('none', count === 0);
  number.textContent = `${count.toLocaleString('ja-JP')}件${isExact ? '' : '以上'}`;
}
