import { type SearchColumns, searchColumns } from '../words/words.search.js';
import type { BookSet } from './book-set.entity.js';

/** What the words are made of by which a set of books is found. */
export type SetFacts = Pick<BookSet, 'name' | 'unit'>;

/** Adds the folded words by which a set is found: its name and reading, its unit of lessons. */
export function withSetSearch<Facts extends SetFacts>(facts: Facts): Facts & SearchColumns {
  const { name, unit } = facts;
  return Object.assign(facts, searchColumns([name.ja, name.kana, unit]));
}
