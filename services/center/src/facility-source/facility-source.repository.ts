import type { EntityManager } from '@mikro-orm/postgresql';

import { FacilitySource } from './facility-source.entity.js';

/** What data sets say of these facilities, by data set; what they withdrew is left out. */
export function sourcesOfFacilities(
  em: EntityManager,
  codes: readonly string[],
): Promise<FacilitySource[]> {
  return em.find(
    FacilitySource,
    { facilityCode: { $in: [...codes] }, withdrawnAt: null },
    { orderBy: { sourceKey: 'asc' } },
  );
}
