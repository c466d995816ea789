import type { EntityManager } from '@mikro-orm/postgresql';

import { Facility } from './facility.entity.js';

/** The facilities with these codes, in no order; codes that nobody has are left out. */
export function facilitiesByCodes(
  em: EntityManager,
  codes: readonly string[],
): Promise<Facility[]> {
  return em.find(Facility, { code: { $in: [...codes] } });
}
