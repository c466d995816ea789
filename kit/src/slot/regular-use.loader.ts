import type { EntityClass } from '@mikro-orm/postgresql';

import { type LoaderOf, many } from '../batch.js';
import type { RegularUseColumns } from './regular-use.columns.js';

/** Loaders of the regular uses that a service keeps. */
export interface RegularUseLoaders {
  readonly ofGroup: LoaderOf<string, RegularUseColumns[]>;
  readonly ofRoom: LoaderOf<string, RegularUseColumns[]>;
}

/** Loaders of the regular uses in a service's own class, those that a department withdrew left out; one query for all keys. */
export const regularUsesIn = (type: EntityClass<RegularUseColumns>): RegularUseLoaders => ({
  ofGroup: (em) =>
    many(
      (ids) =>
        em.find(
          type,
          { groupId: { $in: [...ids] }, withdrawnAt: null },
          { orderBy: { id: 'asc' } },
        ),
      ({ groupId }) => groupId,
    ),
  ofRoom: (em) =>
    many(
      (ids) =>
        em.find(
          type,
          { roomId: { $in: [...ids] }, withdrawnAt: null },
          { orderBy: { weekday: 'asc', startsAt: 'asc', id: 'asc' } },
        ),
      ({ roomId }) => roomId,
    ),
});
