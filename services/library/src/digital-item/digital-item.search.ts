import { type SearchColumns, searchColumns } from '../words/words.search.js';
import type { DigitalItem } from './digital-item.entity.js';

/** What the words are made of by which a digitised item is found. */
export type ItemFacts = Pick<DigitalItem, 'title' | 'creator' | 'description' | 'madeIn'>;

/** Adds the folded words by which an item is found: its title, its maker, what it shows and when it was made. */
export function withItemSearch<Facts extends ItemFacts>(facts: Facts): Facts & SearchColumns {
  const { title, creator, description, madeIn } = facts;
  const words = [title.ja, title.kana, creator?.ja, creator?.kana, description?.ja, madeIn];
  return Object.assign(facts, searchColumns(words));
}
