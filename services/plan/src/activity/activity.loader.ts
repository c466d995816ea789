import { type LoaderOf, many, one } from '@manabi/kit/batch';

import type { CommunityActivity } from './activity.entity.js';
import {
  type CareerOf,
  type CareerRow,
  activitiesByIds,
  activitiesOfGrants,
  careersOf,
} from './activity.repository.js';

export const activityById: LoaderOf<string, CommunityActivity | null> = (em) =>
  one(
    (ids) => activitiesByIds(em, ids),
    ({ id }) => id,
  );

export const activitiesOfGrant: LoaderOf<string, CommunityActivity[]> = (em) =>
  many(
    (ids) => activitiesOfGrants(em, ids),
    ({ grantId }) => grantId ?? '',
  );

export const careerOfDistrict: LoaderOf<CareerOf, CareerRow[]> = (em) =>
  many(
    (keys) => careersOf(em, 'district_code', keys),
    ({ key }) => key,
  );

export const careerOfGroup: LoaderOf<CareerOf, CareerRow[]> = (em) =>
  many(
    (keys) => careersOf(em, 'group_id', keys),
    ({ key }) => key,
  );
