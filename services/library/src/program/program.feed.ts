import type { Publisher } from '@manabi/kit/feed/publisher';
import { publishOpportunity } from '@manabi/kit/opportunity/opportunity.published';

import { programsByIds } from './program.repository.js';

/** Tells events to followers. */
export const publishPrograms: Publisher = async (em, ids) =>
  new Map(
    (await programsByIds(em, ids)).map((program) => [
      program.id,
      publishOpportunity(program, program.occurrences ?? []),
    ]),
  );
