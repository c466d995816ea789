import { departmentNames } from '../department-names.js';
import { escaped } from '../told-page/html.js';
import type { Example } from './examples.js';
import type { FieldWord, TypeWord, Word } from './graph-words.js';

/** What the page is made of. */
export interface WordsPageParts {
  /** The frame: a page with places for what is printed here. */
  readonly frame: string;
  readonly words: readonly TypeWord[];
  readonly examples: readonly Example[];
}

/** Prints the page of the graph's words. Throws when the frame has no place for a part. */
export function wordsPage({ frame, words, examples }: WordsPageParts): string {
  const known = new Set(words.map(({ name }) => name));
  const owners = [...new Set(words.flatMap(({ owners }) => owners))].toSorted();
  const parts: Readonly<Record<string, string>> = {
    departments: owners
      .map((owner) => `<option value="${owner}">${nameOf(owner)}</option>`)
      .join(''),
    types: words.map((word) => typePart(word, known, examples)).join('\n'),
    examples: examples.map(examplePart).join('\n'),
  };
  return Object.entries(parts).reduce((page, [name, text]) => {
    const place = `<!-- ${name} -->`;
    if (!page.includes(place)) throw new Error(`The frame has no place for ${name}.`);
    return page.replace(place, () => text);
  }, frame);
}

const kinds: Readonly<Record<TypeWord['kind'], string>> = {
  object: '型',
  interface: '共通の型',
  input: '入力',
  enum: '選択肢',
  union: 'いずれかの型',
  scalar: '値',
};

const rootTerms: Readonly<Record<string, string>> = {
  Query: 'たずねる',
  Mutation: '書きこむ',
  Subscription: '変化を受けとる',
};

function typePart(
  word: TypeWord,
  known: ReadonlySet<string>,
  examples: readonly Example[],
): string {
  const { name, kind, fields, related } = word;
  const used = examples.filter(({ types }) => types.has(name));
  const ja = word.ja || rootTerms[name];
  return `<article id="${name}" aria-labelledby="${name}-name" data-owners="${word.owners.join(' ')}">
<h2 id="${name}-name">${ja === undefined || ja === '' ? '' : `${escaped(ja)} `}<code>${name}</code></h2>
<p class="about"><span>${kinds[kind]}</span>${ownersPart(word)}</p>
${englishPart(word)}
${related.length > 0 ? `<p>関係する型：${related.map((other) => link(other, known)).join('、')}</p>` : ''}
${fields.length > 0 ? `<ul class="fields">${fields.map((field) => fieldPart(word, field, known)).join('\n')}</ul>` : ''}
${used.length > 0 ? `<p class="used">使っている例：${used.map(({ name: example, ja: asks }) => `<a href="#document-${example}">${escaped(asks)}</a>`).join('、')}</p>` : ''}
</article>`;
}

function fieldPart(of: TypeWord, field: FieldWord, known: ReadonlySet<string>): string {
  const place = `${of.name}.${field.name}`;
  const type = field.type
    ? ` <span class="type">${field.type.text.replace(field.type.name, () => link(field.type?.name ?? '', known))}</span>`
    : '';
  const isOwn = field.owners.join() !== of.owners.join();
  const given = field.arguments.map(
    (argument) =>
      `<li>${termPart(argument)}${typePartOf(argument, known)}${englishPart(argument)}</li>`,
  );
  return `<li id="${place}" data-owners="${field.owners.join(' ')}">${termPart(field)}${type}${isOwn ? ownersPart(field) : ''}${englishPart(field)}${given.length > 0 ? `<ul class="arguments" aria-label="${field.name}に渡すもの">${given.join('')}</ul>` : ''}</li>`;
}

const typePartOf = ({ type }: FieldWord, known: ReadonlySet<string>): string =>
  type
    ? ` <span class="type">${type.text.replace(type.name, () => link(type.name, known))}</span>`
    : '';

const termPart = ({ ja, name }: Word): string =>
  `${ja === '' ? '' : `<b>${escaped(ja)}</b> `}<code>${name}</code>`;

const englishPart = ({ en }: Word): string =>
  en === '' ? '' : `<p class="english" lang="en">${escaped(en)}</p>`;

const ownersPart = ({ owners }: Word): string =>
  owners.length === 0
    ? ''
    : ` <span class="owners">${owners.map((owner) => nameOf(owner)).join('、')}</span>`;

const examplePart = ({ name, ja, text }: Example): string =>
  `<details id="document-${name}"><summary>${escaped(ja)} <code>${name}</code></summary><pre tabindex="0" aria-label="${escaped(ja)}"><code>${escaped(text)}</code></pre></details>`;

const link = (name: string, known: ReadonlySet<string>): string =>
  known.has(name) ? `<a href="#${name}">${name}</a>` : name;

const nameOf = (owner: string): string => escaped(departmentNames[owner] ?? owner);
