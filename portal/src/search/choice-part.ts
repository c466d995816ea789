import { type Html, html } from '../told-page/html.js';
import type { Facet } from './found.js';
import { type Narrowing, narrowings } from './narrowing.js';
import type { Wish } from './wish.js';
import { wordOf } from './words.js';

/** One choice: its code, its word, whether it is made, and how many it would leave. */
export interface Choice {
  readonly code: string;
  readonly word: string;
  readonly isChosen: boolean;
  /** In words; nothing where no answer has spoken of it. */
  readonly left: string;
  readonly isEmpty: boolean;
}

/** All ways to narrow a search, each a group of boxes; one of which nothing is known is hidden. */
export const choicesPart = (facets: readonly Facet[] | null, { chosen }: Wish): Html =>
  html`${narrowings.map((narrowing) =>
    groupPart(
      narrowing,
      choicesOf(
        narrowing,
        facets?.find(({ field }) => field === narrowing.field),
        chosen[narrowing.name] ?? [],
      ),
    ),
  )}`;

/** One group of boxes. */
export const groupPart = ({ name, legend }: Narrowing, choices: readonly Choice[]): Html =>
  html`<fieldset data-choices="${name}" ${choices.length === 0 && 'hidden'}>
    <legend>${legend}</legend>
    <div class="rows">${choices.map((choice) => choicePart(name, choice))}</div>
  </fieldset>`;

/** One box, its word, and how many it would leave. */
export const choicePart = (name: string, { code, word, isChosen, left, isEmpty }: Choice): Html =>
  html`<label class="${isEmpty && 'none'}">
    <input type="checkbox" name="${name}" value="${code}" ${isChosen && 'checked'} />
    <span>${word}</span><span class="number">${left}</span>
  </label>`;

/** How many a choice would leave, in words. */
export const sayLeft = (count: number, isExact: boolean): string =>
  `${count.toLocaleString('ja-JP')}件${isExact ? '' : '以上'}`;

/** What a facet counts, then what is chosen and would leave nothing. */
function choicesOf(
  { words = {} }: Narrowing,
  facet: Facet | undefined,
  chosen: readonly string[],
): Choice[] {
  const counted = (facet?.values ?? []).flatMap(({ code, label, count }) => {
    if (code === null) return [];
    const word = label?.ja ?? wordOf(words, code);
    const left = sayLeft(count ?? 0, facet?.isExact ?? false);
    return [{ code, word, isChosen: chosen.includes(code), left, isEmpty: !count }];
  });
  const known = new Set(counted.map(({ code }) => code));
  const others = chosen.filter((code) => !known.has(code));
  const left = facet ? sayLeft(0, true) : '';
  return [
    ...counted,
    ...others.map((code) => ({
      code,
      word: wordOf(words, code),
      isChosen: true,
      left,
      isEmpty: true,
    })),
  ];
}
