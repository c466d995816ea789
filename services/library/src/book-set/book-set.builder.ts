import { BookSet } from './book-set.entity.js';
import { withSetSearch } from './book-set.search.js';

/** A set of books for tests, findable by its words; name only what matters. */
export function aBookSet(given: Partial<BookSet> = {}): BookSet {
  return withSetSearch(
    Object.assign(
      new BookSet(),
      {
        id: 'set',
        name: { ja: '川のはたらき' },
        bibIds: [],
        subjectKeys: [],
        provenance: { department: 'library', sample: true },
      },
      given,
    ),
  );
}
