import { CulturalProperty } from './cultural-property.entity.js';

/** A cultural property for tests; name only what matters. */
export function aCulturalProperty(given: Partial<CulturalProperty> = {}): CulturalProperty {
  return Object.assign(
    new CulturalProperty(),
    {
      code: '132292-cp01',
      name: { ja: '屋敷林' },
      subjectKeys: [],
      provenance: { department: 'heritage', sample: true },
    },
    given,
  );
}
