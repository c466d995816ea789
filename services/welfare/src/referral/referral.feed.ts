import type { Publisher } from '@manabi/kit/feed/publisher';

import { referralsByIds } from './referral.repository.js';

/** Tells followers that a consultation was handed over and whether it was taken up, and none of its words. */
export const publishReferrals: Publisher = async (em, ids) =>
  new Map(
    (await referralsByIds(em, ids)).map(({ id, fromDeskId, toDeskId, referredAt, takenUpAt }) => [
      id,
      {
        fromDeskId,
        toDeskId,
        referredAt: referredAt.toISOString(),
        takenUpAt: takenUpAt?.toISOString() ?? null,
      },
    ]),
  );
