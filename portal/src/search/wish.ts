import type { OpportunityFilter, OpportunitySort } from '../generated/public-graph.js';
import { type Narrowing, narrowings } from './narrowing.js';
import { sorts } from './words.js';

/** What a resident searches for. The page's address says it, so that a link or the back button brings it back. */
export interface Wish {
  readonly text: string;
  /** Chosen codes by the name of the narrowing. */
  readonly chosen: Readonly<Record<string, readonly string[]>>;
  /** Only with a free place in childcare for a child of two. */
  readonly childcare: boolean;
  readonly sort: OpportunitySort;
}

const twoYears = 24;

/** Reads a wish from an address or a form. What nobody can have chosen on the page is left out. */
export function wishOf(said: URLSearchParams): Wish {
  const sort = said.get('sort') ?? '';
  return {
    text: (said.get('text') ?? '').trim().slice(0, 100),
    chosen: Object.fromEntries(
      narrowings.map((narrowing) => [narrowing.name, codesOf(narrowing, said)]),
    ),
    childcare: said.has('childcare'),
    // The sorts of the page are some of the graph's.
    sort: (Object.hasOwn(sorts, sort) ? sort : 'UPCOMING') as OpportunitySort,
  };
}

function codesOf({ name, words }: Narrowing, said: URLSearchParams): string[] {
  const codes = said
    .getAll(name)
    .filter((code) => (words ? Object.hasOwn(words, code) : isCode(code)));
  return [...new Set(codes)];
}

const isCode = (code: string): boolean => /^[\w.:-]{1,40}$/.test(code);

/** The address that says a wish; the plain page where nothing is wished. */
export function addressOf(wish: Wish): string {
  const said = new URLSearchParams();
  if (wish.text) said.set('text', wish.text);
  for (const { name } of narrowings)
    for (const code of wish.chosen[name] ?? []) said.append(name, code);
  if (wish.childcare) said.set('childcare', 'on');
  if (wish.sort !== 'UPCOMING') said.set('sort', wish.sort);
  return said.size > 0 ? `/?${said.toString()}` : '/';
}

/** Says a wish in the words of the graph. */
export function filterOf(wish: Wish): OpportunityFilter {
  const chosen = narrowings.flatMap(({ name, filter }) => {
    const codes = wish.chosen[name] ?? [];
    return codes.length > 0 ? [[filter, codes] as const] : [];
  });
  return {
    ...(wish.text && { text: wish.text }),
    ...Object.fromEntries(chosen),
    ...(wish.childcare && { childcareForMonths: twoYears }),
  };
}

/** How many choices a wish has made. */
export const choicesIn = (wish: Wish): number =>
  Object.values(wish.chosen).flat().length + (wish.childcare ? 1 : 0);
