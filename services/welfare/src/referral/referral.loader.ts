import { type LoaderOf, one } from '@manabi/kit/batch';

import type { Referral } from './referral.entity.js';
import { referralsByIds } from './referral.repository.js';

export const referralById: LoaderOf<string, Referral | null> = (em) =>
  one(
    (ids) => referralsByIds(em, ids),
    ({ id }) => id,
  );
