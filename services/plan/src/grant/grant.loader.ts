import { type LoaderOf, many, one } from '@manabi/kit/batch';

import type { Grant, GrantReport } from './grant.entity.js';
import {
  grantsByIds,
  grantsOfGroups,
  grantsOfMeasures,
  reportsOfGrants,
} from './grant.repository.js';

export const grantById: LoaderOf<string, Grant | null> = (em) =>
  one(
    (ids) => grantsByIds(em, ids),
    ({ id }) => id,
  );

export const grantsOfGroup: LoaderOf<string, Grant[]> = (em) =>
  many(
    (ids) => grantsOfGroups(em, ids),
    ({ groupId }) => groupId ?? '',
  );

export const grantsOfMeasure: LoaderOf<string, Grant[]> = (em) =>
  many(
    (codes) => grantsOfMeasures(em, codes),
    ({ measureCode }) => measureCode ?? '',
  );

export const reportsOfGrant: LoaderOf<string, GrantReport[]> = (em) =>
  many(
    (ids) => reportsOfGrants(em, ids),
    ({ grantId }) => grantId,
  );
