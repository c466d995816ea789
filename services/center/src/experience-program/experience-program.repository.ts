import type { EntityManager } from '@mikro-orm/postgresql';

import { ExperienceProgram } from './experience-program.entity.js';

/** Those with these ids, in no order; ids that nobody has are left out. */
export function experienceProgramsByIds(
  em: EntityManager,
  ids: readonly string[],
): Promise<ExperienceProgram[]> {
  return em.find(ExperienceProgram, { id: { $in: [...ids] } });
}
