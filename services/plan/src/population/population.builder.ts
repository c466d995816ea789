import { PopulationCount } from './population.entity.js';

/** A count for tests; name only what matters. */
export function aCount(given: Partial<PopulationCount>): PopulationCount {
  return Object.assign(
    new PopulationCount(),
    {
      id: 'count',
      areaCode: 'S001001',
      ageMin: 0,
      ageMax: 5,
      count: 10,
      provenance: { department: 'plan', sample: false },
    },
    given,
  );
}
