import type { Publisher } from '@manabi/kit/feed/publisher';
import { publishRecord } from '@manabi/kit/feed/record.published';

import { bookSetsByIds } from './book-set.repository.js';

/** Tells sets of books to followers. */
export const publishBookSets: Publisher = async (em, ids) =>
  new Map(
    (await bookSetsByIds(em, ids)).map((row) => {
      const { name, schoolSubject, unit, gradeFrom, gradeTo, copies } = row;
      const grades = { from: gradeFrom ?? null, to: gradeTo ?? null };
      const bookable = { from: row.bookableFrom ?? null, until: row.bookableUntil ?? null };
      return [row.id, publishRecord(row, { name, schoolSubject, unit, grades, copies, bookable })];
    }),
  );
