import { readByKeys } from '@manabi/kit/read-rows';
import type { EntityManager } from '@mikro-orm/postgresql';

import type { PageAfter } from '../value/page-after.js';
import { Department } from './department.entity.js';

/** Those with these codes, in no order; codes that nobody has are left out. */
export function departmentsByCodes(
  em: EntityManager,
  codes: readonly string[],
): Promise<Department[]> {
  return readByKeys(em, Department, ['code', codes]);
}

/** Departments in the order of their codes. */
export function departmentsAfter(
  em: EntityManager,
  { limit, after }: PageAfter,
): Promise<Department[]> {
  return em.find(Department, after === null ? {} : { code: { $gt: after } }, {
    orderBy: { code: 'asc' },
    limit,
  });
}
