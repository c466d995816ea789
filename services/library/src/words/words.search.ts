import { refusedInput } from '@manabi/kit/refused-input';
import { fold } from '@manabi/kit/text/fold';
import { grams } from '@manabi/kit/text/grams';

/** A condition of SQL with the values of its question marks. */
export type Condition = readonly [sql: string, ...values: (string | number)[]];

/** The columns by which a record is found by its words. */
export interface SearchColumns {
  readonly searchText: string;
  readonly searchGrams: string[];
}

/** The folded words by which a record is found; what is absent adds none. */
export function searchColumns(words: readonly (string | null | undefined)[]): SearchColumns {
  const searchText = words.map((word) => fold(word ?? '')).join(' ');
  return { searchText, searchGrams: grams(searchText) };
}

/** What one search holds at most; what is longer is refused. */
const most = { terms: 10, characters: 200 } as const;

/**
 * Conditions on a table called `t` that hold where every word of a text occurs; none where there is no text. Refuses a
 * text without a letter or digit, one of too many words, and one too long.
 */
export function wordConditions(text: string | null | undefined): Condition[] {
  if (text == null) return [];
  return searchTerms(text).map((term) =>
    isShort(term)
      ? ['t.search_grams @> array[?]::text[]', term]
      : ["t.search_text like '%' || ? || '%'", term],
  );
}

function searchTerms(text: string): string[] {
  if (text.length > most.characters) {
    throw refusedInput(
      `The search text held ${text.length} characters; ${most.characters} are the most. Shorten "text" and ask again.`,
      { argument: 'text', reason: 'LENGTH_OUT_OF_RANGE', most: most.characters },
    );
  }
  const terms = fold(text).split(' ').filter(Boolean);
  if (terms.length > 0 && terms.length <= most.terms) return terms;
  throw refusedInput(
    `The search text held ${terms.length} words; 1 to ${most.terms} are expected. Change "text" and ask again.`,
    { argument: 'text', reason: 'WORDS_OUT_OF_RANGE', least: 1, most: most.terms },
  );
}

/** Tells a term that the pieces of one and two characters find from one that needs the text itself. */
const isShort = (term: string): boolean => Array.from(term).length <= 2;
