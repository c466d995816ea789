import { readRows } from '@manabi/kit/read-rows';
import type { EntityManager } from '@mikro-orm/postgresql';

import type { PageAfter } from '../value/page-after.js';
import { SchoolDistrict } from './school-district.entity.js';

/** Those with these codes, in no order; codes that nobody has are left out. */
export function schoolDistrictsByCodes(
  em: EntityManager,
  codes: readonly string[],
): Promise<SchoolDistrict[]> {
  return readRows(em, SchoolDistrict, {
    where: 'code = any(array[?]::text[]) and withdrawn_at is null',
    values: [codes],
  });
}

/** School districts in the order of their codes. */
export function schoolDistrictsAfter(
  em: EntityManager,
  { limit, after }: PageAfter,
): Promise<SchoolDistrict[]> {
  return em.find(
    SchoolDistrict,
    after === null ? { withdrawnAt: null } : { code: { $gt: after }, withdrawnAt: null },
    {
      orderBy: { code: 'asc' },
      limit,
    },
  );
}
