import { readByKeys } from '@manabi/kit/read-rows';
import type { EntityManager } from '@mikro-orm/postgresql';

import { LibraryProgram } from './program.entity.js';

/** The events with these ids, in no order; ids that nobody has are left out. */
export function programsByIds(
  em: EntityManager,
  ids: readonly string[],
): Promise<LibraryProgram[]> {
  return readByKeys(em, LibraryProgram, ['id', ids]);
}
