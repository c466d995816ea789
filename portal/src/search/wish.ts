import type { OpportunityFilter, OpportunitySort } from '../generated/public-graph.js';
import { askedText } from './asked-text.js';
import { type Narrowing, narrowings } from './narrowing.js';
import { type Stretch, spanOf } from './stretch.js';
import { childAges, sorts, stretches, type Words } from './words.js';

/** What a resident searches for. The page's address says it, so that a link or the back button brings it back. */
export interface Wish {
  readonly text: string;
  /** Chosen codes by the name of the narrowing. */
  readonly chosen: Readonly<Record<string, readonly string[]>>;
  /** Only what takes place in these days; any day where nothing is said. */
  readonly when: Stretch | null;
  /** Only with a free place in childcare for a child of so many months; null where no child comes along. */
  readonly childMonths: number | null;
  readonly sort: OpportunitySort;
}

/** Characters of a text that are searched for. */
const longestText = 100;

/** What the address of an older page says of childcare: a child of two. */
const formerChoice = 'on';

/** Reads a wish from an address or a form. What nobody can have chosen on the page is left out. */
export function wishOf(said: URLSearchParams): Wish {
  const child = said.get('childcare');
  const age = codeIn(childAges, child === formerChoice ? '24' : child);
  return {
    text: askedText(said.get('text'), longestText),
    chosen: Object.fromEntries(
      narrowings.map((narrowing) => [narrowing.name, codesOf(narrowing, said)]),
    ),
    // The words of the page are all that there are.
    when: codeIn(stretches, said.get('when')) as Stretch | null,
    childMonths: age === null ? null : Number(age),
    // The sorts of the page are some of the graph's.
    sort: (codeIn(sorts, said.get('sort')) ?? 'UPCOMING') as OpportunitySort,
  };
}

const codeIn = (words: Words, code: string | null): string | null =>
  code !== null && Object.hasOwn(words, code) ? code : null;

function codesOf({ name, words }: Narrowing, said: URLSearchParams): string[] {
  const codes = said
    .getAll(name)
    .filter((code) => (words ? Object.hasOwn(words, code) : isCode(code)));
  return [...new Set(codes)];
}

const isCode = (code: string): boolean => /^[\w.:-]{1,40}$/.test(code);

/** The address that says a wish, and the place in the list from which it goes on; the plain page where nothing is said. */
export function addressOf(wish: Wish, after?: string): string {
  const said = new URLSearchParams();
  if (wish.text) said.set('text', wish.text);
  for (const { name } of narrowings)
    for (const code of wish.chosen[name] ?? []) said.append(name, code);
  if (wish.when) said.set('when', wish.when);
  if (wish.childMonths !== null) said.set('childcare', String(wish.childMonths));
  if (wish.sort !== 'UPCOMING') said.set('sort', wish.sort);
  if (after) said.set('after', after);
  return said.size > 0 ? `/?${said.toString()}` : '/';
}

/** Says a wish in the words of the graph, as it is meant at a moment. */
export function filterOf(wish: Wish, now: Date): OpportunityFilter {
  const chosen = narrowings.flatMap(({ name, filter }) => {
    const codes = wish.chosen[name] ?? [];
    return codes.length > 0 ? [[filter, codes] as const] : [];
  });
  return {
    ...(wish.text && { text: wish.text }),
    ...Object.fromEntries(chosen),
    ...(wish.when && { period: spanOf(wish.when, now) }),
    ...(wish.childMonths !== null && { childcareForMonths: wish.childMonths }),
  };
}

/** How many choices a wish has made. */
export const choicesIn = (wish: Wish): number =>
  Object.values(wish.chosen).flat().length +
  (wish.when ? 1 : 0) +
  (wish.childMonths === null ? 0 : 1);
