import type { Publisher } from '@manabi/kit/feed/publisher';

import { childcareByIds } from './childcare.repository.js';

/** Tells sessions to followers, each with the opportunity at which it takes place. */
export const publishChildcare: Publisher = async (em, ids) =>
  new Map(
    (await childcareByIds(em, ids)).map((session) => [
      session.id,
      {
        opportunityId: session.opportunityId,
        facilityCode: session.facilityCode ?? null,
        startsAt: session.startsAt.toISOString(),
        endsAt: session.endsAt.toISOString(),
        places: session.places ?? null,
        // Where nobody minds children any more there is no place left, whatever was written before.
        placesLeft: session.cancelledAt ? 0 : (session.placesLeft ?? null),
        cancelledAt: session.cancelledAt?.toISOString() ?? null,
        minMonths: session.minMonths ?? null,
        maxMonths: session.maxMonths ?? null,
        feeYen: session.feeYen ?? null,
        provenance: Object.assign({}, session.provenance),
      },
    ]),
  );
