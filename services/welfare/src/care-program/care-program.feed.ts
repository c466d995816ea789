import type { Publisher } from '@manabi/kit/feed/publisher';
import { publishOpportunity } from '@manabi/kit/opportunity/opportunity.published';

import { careProgramsByIds } from './care-program.repository.js';

/** Tells programmes to followers. */
export const publishCarePrograms: Publisher = async (em, ids) =>
  new Map(
    (await careProgramsByIds(em, ids)).map((program) => [
      program.id,
      publishOpportunity(program, program.occurrences ?? []),
    ]),
  );
