import { Facility } from './facility.entity.js';

/** A facility for tests; name only what matters. */
export function aFacility(given: Partial<Facility> = {}): Facility {
  return Object.assign(
    new Facility(),
    {
      code: '132292-0001',
      name: { ja: '公民館' },
      provenance: { department: 'center', sample: true },
    },
    given,
  );
}
