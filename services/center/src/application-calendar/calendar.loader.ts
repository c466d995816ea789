import { type LoaderOf, one } from '@manabi/kit/batch';

import {
  type KnownLottery,
  type KnownOffer,
  lotteriesByIds,
  offersByIds,
} from './calendar.repository.js';

export const offerById: LoaderOf<string, KnownOffer | null> = (em) =>
  one(
    (ids) => offersByIds(em, ids),
    (offer) => offer.id,
  );

export const lotteryById: LoaderOf<string, KnownLottery | null> = (em) =>
  one(
    (ids) => lotteriesByIds(em, ids),
    (lottery) => lottery.id,
  );
