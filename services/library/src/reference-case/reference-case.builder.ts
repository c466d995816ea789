import { ReferenceCase } from './reference-case.entity.js';
import { withCaseSearch } from './reference-case.search.js';

/** A reference case for tests, findable by its words; name only what matters. */
export function aReferenceCase(given: Partial<ReferenceCase> = {}): ReferenceCase {
  return withCaseSearch(
    Object.assign(
      new ReferenceCase(),
      {
        id: 'case',
        question: { ja: '町の古い地図を見たい。' },
        answer: { ja: '地域資料室にあります。' },
        sourceIsbns: [],
        subjectKeys: [],
        provenance: { department: 'library', sample: true },
      },
      given,
    ),
  );
}
