import './words.css';

import { matches, readable } from '../../src/words/matches.js';

interface Entry {
  readonly element: HTMLElement;
  readonly text: string;
  readonly owners: readonly string[];
}

interface TypeEntry extends Entry {
  readonly fields: readonly Entry[];
}

const form = element('search', HTMLFormElement);
const text = element('text', HTMLInputElement);
const department = element('department', HTMLSelectElement);
const count = element('count', HTMLElement);

const types: readonly TypeEntry[] = all('article').map((article) => {
  const fields = all('.fields > li', article).map((item) => entryOf(item, item.textContent));
  const head = [...article.children].filter(({ className }) => className !== 'fields');
  const words = head.map(({ textContent }) => textContent).join(' ');
  const { element: item, text: own, owners } = entryOf(article, `${article.id} ${words}`);
  return { element: item, text: own, owners, fields };
});

form.addEventListener('submit', (event) => {
  event.preventDefault();
  narrow();
  history.replaceState(null, '', address());
});
form.addEventListener('input', narrow);
// Whoever follows a link to a word that is narrowed away sees all words again.
globalThis.addEventListener('hashchange', () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target instanceof HTMLDetailsElement) target.open = true;
  if (!target?.closest('[hidden]')) return;
  form.reset();
  narrow();
  target.scrollIntoView();
});

const asked = new URLSearchParams(location.search);
text.value = asked.get('text') ?? '';
department.value = asked.get('department') ?? '';
narrow();

function narrow(): void {
  const wanted = readable(text.value);
  const owner = department.value;
  let found = 0;
  for (const type of types) {
    const isWhole = matches(type.text, wanted);
    let shown = 0;
    for (const field of type.fields) {
      const isOwn = owner === '' || field.owners.length === 0 || field.owners.includes(owner);
      field.element.hidden = !isOwn || !(isWhole || matches(field.text, wanted));
      if (!field.element.hidden) shown += 1;
    }
    const isOwn = owner === '' || type.owners.includes(owner);
    type.element.hidden = !isOwn || !(isWhole || shown > 0);
    if (!type.element.hidden) found += 1;
  }
  count.textContent = found === 0 ? 'そのことばは見つかりません' : `${found}の型が見つかりました`;
}

function address(): string {
  const parameters = new URLSearchParams();
  if (text.value) parameters.set('text', text.value);
  if (department.value) parameters.set('department', department.value);
  const query = parameters.toString();
  return query === '' ? '/words' : `/words?${query}`;
}

function entryOf(item: HTMLElement, words: string | null): Entry {
  const owners = item.dataset['owners']?.split(' ').filter((word) => word !== '') ?? [];
  return { element: item, text: readable(`${item.id} ${words ?? ''}`), owners };
}

function all(selector: string, within: ParentNode = document): HTMLElement[] {
  return [...within.querySelectorAll<HTMLElement>(selector)];
}

function element<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id);
  if (found instanceof kind) return found;
  throw new Error(`The page has no ${id}.`);
}
