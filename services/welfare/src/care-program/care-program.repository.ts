import { readByKeys } from '@manabi/kit/read-rows';
import type { EntityManager } from '@mikro-orm/postgresql';

import { CareProgram } from './care-program.entity.js';

/** The programmes with these ids, in no order; ids that nobody has are left out. */
export function careProgramsByIds(
  em: EntityManager,
  ids: readonly string[],
): Promise<CareProgram[]> {
  return readByKeys(em, CareProgram, ['id', ids]);
}
