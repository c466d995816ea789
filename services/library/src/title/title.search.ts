import { Problem } from '@manabi/kit/problem';
import { fold } from '@manabi/kit/text/fold';
import { grams } from '@manabi/kit/text/grams';

import type { Title } from './title.entity.js';

/** What the words are made of by which a title is found. */
export type TitleFacts = Pick<Title, 'title' | 'author' | 'publisher'>;

/** Adds the folded words by which a title is found: its name and reading, its author, its publisher. */
export function withSearch<Facts extends TitleFacts>(
  facts: Facts,
): Facts & Pick<Title, 'searchText' | 'searchGrams'> {
  const { title, author, publisher } = facts;
  const words = [title.ja, title.kana, author?.ja, author?.kana, publisher];
  const searchText = words.map((word) => fold(word ?? '')).join(' ');
  return Object.assign(facts, { searchText, searchGrams: grams(searchText) });
}

/** What one search holds at most; what is longer is refused. */
const most = { terms: 10, characters: 200 } as const;

/** The folded terms of a search. Refuses one without a letter or digit, one of too many terms, and one too long. */
export function searchTerms(text: string): string[] {
  if (text.length > most.characters) {
    throw new Problem(
      'BAD_USER_INPUT',
      `The search text held ${text.length} characters; ${most.characters} are the most. Shorten "text" and ask again.`,
    );
  }
  const terms = fold(text).split(' ').filter(Boolean);
  if (terms.length > 0 && terms.length <= most.terms) return terms;
  throw new Problem(
    'BAD_USER_INPUT',
    `The search text held ${terms.length} words; 1 to ${most.terms} are expected. Change "text" and ask again.`,
  );
}

/** Tells a term that the pieces of one and two characters find from one that needs the text itself. */
export const isShort = (term: string): boolean => Array.from(term).length <= 2;
