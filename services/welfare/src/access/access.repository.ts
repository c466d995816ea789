import { readRows } from '@manabi/kit/read-rows';
import type { EntityManager } from '@mikro-orm/postgresql';

import { FacilityAccess } from './access.entity.js';

/** The recorded profiles of these facilities, in no order; a facility without one is left out. */
export function accessOfFacilities(
  em: EntityManager,
  codes: readonly string[],
): Promise<FacilityAccess[]> {
  return readRows(em, FacilityAccess, {
    where: 'facility_code = any(array[?]::text[]) and withdrawn_at is null',
    values: [codes],
  });
}
