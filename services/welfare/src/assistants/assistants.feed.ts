import type { Publisher } from '@manabi/kit/feed/publisher';

import { assistantsByIds } from './assistants.repository.js';

/** Tells followers how many assistants there are, each with the opportunity at which they assist. */
export const publishAssistants: Publisher = async (em, ids) =>
  new Map(
    (await assistantsByIds(em, ids)).map((row) => [
      row.id,
      {
        opportunityId: row.opportunityId,
        kind: row.kind,
        language: row.language ?? null,
        needed: row.needed ?? null,
        available: row.available ?? null,
        confirmed: row.confirmed ?? null,
        requestBy: row.requestBy?.toISOString() ?? null,
        provenance: Object.assign({}, row.provenance),
      },
    ]),
  );
