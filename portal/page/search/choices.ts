import { choicePart, groupPart, sayLeft } from '../../src/search/choice-part.js';
import type { Facet, Found } from '../../src/search/found.js';
import { type Narrowing, narrowings } from '../../src/search/narrowing.js';
import { wordOf } from '../../src/search/words.js';
import { drawn } from './drawn.js';

type FacetValue = NonNullable<Facet['values']>[number];

/**
 * The choices by which a search can be narrowed, with what each would leave: those that stand on the page, and those
 * that later answers name. They stay where they once stood.
 */
export class Choices {
  readonly #groups = new Map<string, Group>();

  constructor(place: HTMLElement) {
    for (const narrowing of narrowings)
      this.#groups.set(narrowing.field, new Group(narrowing, place));
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
  readonly row: HTMLElement;
  readonly box: HTMLInputElement;
  readonly word: HTMLSpanElement;
  readonly number: HTMLSpanElement;
}

class Group {
  readonly #element: HTMLElement;
  readonly #rows: HTMLElement;
  readonly #choices = new Map<string, Choice>();

  constructor(
    readonly narrowing: Narrowing,
    place: HTMLElement,
  ) {
    const standing = place.querySelector<HTMLElement>(`[data-choices="${narrowing.name}"]`);
    this.#element = standing ?? drawn(groupPart(narrowing, []));
    if (!standing) place.append(this.#element);
    this.#rows = only(this.#element, '.rows', HTMLElement);
    for (const row of this.#rows.querySelectorAll('label')) this.#take(row);
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
    this.#element.hidden = this.#choices.size === 0;
  }

  wordOf(code: string): string | undefined {
    return this.#choices.get(code)?.word.textContent ?? undefined;
  }

  #add(code: string, above: Choice | undefined): Choice {
    const word = wordOf(this.narrowing.words ?? {}, code);
    const made = { code, word, isChosen: false, left: '', isEmpty: false };
    const row = drawn(choicePart(this.name, made));
    if (above) above.row.after(row);
    else this.#rows.prepend(row);
    this.#element.hidden = false;
    return this.#take(row);
  }

  #take(row: HTMLElement): Choice {
    const choice = {
      row,
      box: only(row, 'input', HTMLInputElement),
      word: only(row, 'span', HTMLSpanElement),
      number: only(row, '.number', HTMLSpanElement),
    };
    this.#choices.set(choice.box.value, choice);
    return choice;
  }
}

/** The part of what was drawn that its markup always has. */
function only<Part extends HTMLElement>(
  of: HTMLElement,
  selector: string,
  kind: new () => Part,
): Part {
  const found = of.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`What was drawn has no ${selector}.`);
  return found;
}

function tell({ row, number }: Choice, count: number, isExact: boolean): void {
  row.classList.toggle('none', count === 0);
  number.textContent = sayLeft(count, isExact);
}
