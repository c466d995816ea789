import type { EntityManager } from '@mikro-orm/postgresql';

import { type Listing, type Placed, recordsThatFit } from '../listed/listed.repository.js';
import { underNdc } from '../ndc/ndc.repository.js';
import { type Condition, wordConditions } from '../words/words.search.js';
import { BookSet } from './book-set.entity.js';
import type { BookSetFilter } from './book-set.input.js';

/** Where sets of books are kept; they are listed by their first grade. */
export const setTable: Listing<BookSet> = { rows: 'book_set', entity: BookSet };

/** The sets with these ids, in no order. */
export function bookSetsByIds(em: EntityManager, ids: readonly string[]): Promise<BookSet[]> {
  return em.find(BookSet, { id: { $in: [...ids] } });
}

/** Reads up to `limit` sets that fit and were not withdrawn, by their first grade, after a cursor. */
export function bookSetsThatFit(
  em: EntityManager,
  filter: BookSetFilter,
  page: { limit: number; after: string | null },
): Promise<Placed<BookSet>[]> {
  const conditions: Condition[] = wordConditions(filter.text);
  if (filter.ndc != null) conditions.push(underNdc(setTable.rows, filter.ndc));
  if (filter.grade != null)
    conditions.push([
      '? between coalesce(t.grade_from, 1) and coalesce(t.grade_to, 12)',
      filter.grade,
    ]);
  if (filter.schoolSubject != null) conditions.push(['t.school_subject = ?', filter.schoolSubject]);
  if (filter.bookableOn != null)
    conditions.push(['?::date between t.bookable_from and t.bookable_until', filter.bookableOn]);
  return recordsThatFit(em, setTable, { conditions, ...page });
}
