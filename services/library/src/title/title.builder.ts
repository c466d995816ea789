import { Title } from './title.entity.js';
import { withSearch } from './title.search.js';

/** A title for tests, findable by its words; name only what matters. */
export function aTitle(given: Partial<Title> = {}): Title {
  return withSearch(
    Object.assign(
      new Title(),
      {
        bibId: 'bib',
        title: { ja: '本' },
        subjectKeys: [],
        provenance: { department: 'library', sample: true },
      },
      given,
    ),
  );
}
