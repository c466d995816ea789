import './search.css';

import { askSearch } from './ask.js';
import { Choices } from './choices.js';
import { offerForms } from './forms.js';
import { part } from './part.js';
import { Results } from './results.js';
import type { Answer } from '../../src/search/found.js';
import { titleOf } from '../../src/search/say-wish.js';
import { type Wish, addressOf, choicesIn, filterOf, wishOf } from '../../src/search/wish.js';
import { departmentNames } from '../../src/department-names.js';
import { wordOf } from '../../src/search/words.js';

/** Milliseconds without a key after which what is typed is searched for. */
const typingPause = 400;

const form = part('search', HTMLFormElement);
const text = part('text', HTMLInputElement);
const toggle = part('toggle', HTMLButtonElement);
const choices = new Choices(part('choices', HTMLElement));
const results = new Results();

let asking = new AbortController();
let typing: ReturnType<typeof setTimeout> | undefined;

/** What the form says. */
function said(): Wish {
  const words = [...new FormData(form)].map(([name, value]) => [
    name,
    typeof value === 'string' ? value : '',
  ]);
  return wishOf(new URLSearchParams(words));
}

const nameOf = (department: string): string =>
  choices.wordOf('DEPARTMENT', department) ?? wordOf(departmentNames, department);

/** Asks for what is wished and shows it: the first page, or the page after a cursor, in place of what stands or below it. */
async function show(wish: Wish, after?: string, isBelow = false): Promise<void> {
  asking.abort();
  asking = new AbortController();
  const { signal } = asking;
  results.wait();
  const page = { withFacets: !isBelow, ...(after !== undefined && { after }) };
  const answer = await answerTo(wish, page, signal);
  if (signal.aborted) return;
  choices.count(answer.found?.facets ?? null);
  results.show({ wish, answer, isBelow }, nameOf);
}

async function answerTo(
  wish: Wish,
  page: { readonly withFacets: boolean; readonly after?: string },
  signal: AbortSignal,
): Promise<Answer> {
  try {
    return await askSearch(
      { filter: filterOf(wish, new Date()), sort: wish.sort, ...page },
      signal,
    );
  } catch {
    return { found: null, silent: [] };
  }
}

/** Searches for what the form says, and says it in the address; typing on changes the same entry of the history. */
function search(isTyped: boolean): void {
  clearTimeout(typing);
  const wish = said();
  const address = addressOf(wish);
  if (address !== location.pathname + location.search) {
    const goesOn = isTyped && history.state?.isTyped === true;
    history[goesOn ? 'replaceState' : 'pushState']({ isTyped }, '', address);
  }
  tellWish(wish);
  void show(wish);
}

/** Brings the form to what the address says, and shows it. */
function follow(): void {
  const wish = setForm();
  const after = new URLSearchParams(location.search).get('after');
  void show(wish, after ?? undefined);
}

function setForm(): Wish {
  const wish = wishOf(new URLSearchParams(location.search));
  text.value = wish.text;
  part('sort', HTMLSelectElement).value = wish.sort;
  part('when', HTMLSelectElement).value = wish.when ?? '';
  part('childcare', HTMLSelectElement).value = String(wish.childMonths ?? '');
  choices.choose(wish.chosen);
  tellWish(wish);
  return wish;
}

function tellWish(wish: Wish): void {
  offerForms(wish);
  const made = choicesIn(wish);
  document.title = titleOf(wish);
  part('made', HTMLSpanElement).textContent = made > 0 ? `（${made}件選択中）` : '';
}

function searchSoon(): void {
  clearTimeout(typing);
  typing = setTimeout(() => search(true), typingPause);
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  search(false);
});
form.addEventListener('change', ({ target }) => {
  if (target !== text) search(false);
});
text.addEventListener('input', (event) => {
  // While a Japanese word is being converted, it is not yet what is meant.
  if (!(event instanceof InputEvent && event.isComposing)) searchSoon();
});
text.addEventListener('compositionend', searchSoon);
toggle.addEventListener('click', () => {
  const isOpen = toggle.getAttribute('aria-expanded') === 'true';
  toggle.setAttribute('aria-expanded', String(!isOpen));
});
addEventListener('popstate', follow);
results.onMore((after) => void show(said(), after, true));
// The page comes with an answer, unless nobody gave one.
if (results.isTold) setForm();
else follow();
