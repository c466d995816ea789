import { type LoaderOf, many, one } from '@manabi/kit/batch';

import type { ChildcareSession } from './childcare.entity.js';
import {
  type ChildcarePage,
  type PagedChildcare,
  childcareByIds,
  childcareOfFacilities,
  childcareOfOpportunities,
} from './childcare.repository.js';

export const childcareById: LoaderOf<string, ChildcareSession | null> = (em) =>
  one(
    (ids) => childcareByIds(em, ids),
    (session) => session.id,
  );

export const childcareOfOpportunity: LoaderOf<string, ChildcareSession[]> = (em) =>
  many(
    (opportunityIds) => childcareOfOpportunities(em, opportunityIds),
    (session) => session.opportunityId,
  );

export const childcareOfFacility: LoaderOf<ChildcarePage, PagedChildcare[]> = (em) =>
  many(
    (pages) => childcareOfFacilities(em, pages),
    ({ page }) => page,
  );
