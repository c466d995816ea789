import { readByKeys } from '@manabi/kit/read-rows';
import type { EntityManager } from '@mikro-orm/postgresql';

import type { PageAfter } from '../value/page-after.js';
import { Area } from './area.entity.js';

/** Those with these codes, in no order; codes that nobody has are left out. */
export function areasByCodes(em: EntityManager, codes: readonly string[]): Promise<Area[]> {
  return readByKeys(em, Area, ['code', codes]);
}

/** Town blocks in the order of their codes; of one school district when it is given. */
export function areasAfter(
  em: EntityManager,
  schoolDistrictCode: string | null,
  { limit, after }: PageAfter,
): Promise<Area[]> {
  return em.find(
    Area,
    {
      ...(schoolDistrictCode !== null && { schoolDistrictCode }),
      ...(after !== null && { code: { $gt: after } }),
    },
    { orderBy: { code: 'asc' }, limit },
  );
}
