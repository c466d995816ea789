import type { PublishedData, Publisher } from '@manabi/kit/feed/publisher';

import type { BookSet } from './book-set.entity.js';
import { bookSetsByIds } from './book-set.repository.js';

/** Tells sets of books to followers. */
export const publishBookSets: Publisher = async (em, ids) =>
  new Map((await bookSetsByIds(em, ids)).map((row) => [row.id, told(row)]));

const told = (row: BookSet): PublishedData => ({
  name: row.name,
  schoolSubject: row.schoolSubject ?? null,
  unit: row.unit ?? null,
  grades: { from: row.gradeFrom ?? null, to: row.gradeTo ?? null },
  copies: row.copies ?? null,
  bookable: { from: row.bookableFrom ?? null, until: row.bookableUntil ?? null },
  subjectKeys: row.subjectKeys,
  withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
  provenance: row.provenance,
});
