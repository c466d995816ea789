import { type SearchColumns, searchColumns } from '../words/words.search.js';
import type { Title } from './title.entity.js';

/** What the words are made of by which a title is found. */
export type TitleFacts = Pick<Title, 'title' | 'author' | 'publisher'>;

/** Adds the folded words by which a title is found: its name and reading, its author, its publisher. */
export function withSearch<Facts extends TitleFacts>(facts: Facts): Facts & SearchColumns {
  const { title, author, publisher } = facts;
  const words = [title.ja, title.kana, author?.ja, author?.kana, publisher];
  return Object.assign(facts, searchColumns(words));
}
