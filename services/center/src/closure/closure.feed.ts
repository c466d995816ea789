import type { Publisher } from '@manabi/kit/feed/publisher';

import { closuresByIds } from './closure.repository.js';

/** Tells followers which house, or which of its rooms, is closed from when to when, and why. */
export const publishClosures: Publisher = async (em, ids) => {
  const closures = await closuresByIds(em, ids);
  return new Map(
    closures.map((closure) => [
      closure.id,
      {
        facilityCode: closure.facilityCode,
        roomIds: closure.roomIds,
        reason: closure.reason,
        startsAt: closure.startsAt.toISOString(),
        endsAt: closure.endsAt?.toISOString() ?? null,
        announcedAt: closure.announcedAt.toISOString(),
        liftedAt: closure.liftedAt?.toISOString() ?? null,
        provenance: Object.assign({}, closure.provenance),
      },
    ]),
  );
};
