import { SportsClass } from './sports-class.entity.js';

/** A sports class for tests; name only what matters. */
export function aSportsClass(given: Partial<SportsClass> = {}): SportsClass {
  return Object.assign(
    new SportsClass(),
    {
      id: 'class',
      title: { ja: 'スポーツ教室' },
      subjectKeys: [],
      provenance: { department: 'sports', sample: true },
    },
    given,
  );
}
