import { FacilitySource } from './facility-source.entity.js';

/** A data set's word on a facility, for tests; name only what matters. */
export function aFacilitySource(given: Partial<FacilitySource> = {}): FacilitySource {
  return Object.assign(
    new FacilitySource(),
    {
      id: 'source',
      facilityCode: 'hall',
      name: '市民会館',
      sourceKey: 'evacuation#1',
      provenance: { department: 'center', dataset: 'evacuation', sample: false },
    },
    given,
  );
}
