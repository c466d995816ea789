import type { EntityManager } from '@mikro-orm/postgresql';

import { FacilityAccess } from './access.entity.js';

/** The recorded profiles of these facilities, in no order; a facility without one is left out. */
export function accessOfFacilities(
  em: EntityManager,
  codes: readonly string[],
): Promise<FacilityAccess[]> {
  return em.find(FacilityAccess, { facilityCode: { $in: [...codes] }, withdrawnAt: null });
}
