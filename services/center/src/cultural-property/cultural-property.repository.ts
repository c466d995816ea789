import type { EntityManager } from '@mikro-orm/postgresql';

import type { PageAfter } from '../value/page-after.js';
import { CulturalProperty } from './cultural-property.entity.js';
import type { CulturalPropertyFilter } from './cultural-property.input.js';

/** Those with these codes, in no order; codes that nobody has are left out. */
export function culturalPropertiesByCodes(
  em: EntityManager,
  codes: readonly string[],
): Promise<CulturalProperty[]> {
  return em.find(CulturalProperty, { code: { $in: [...codes] } });
}

/** Those still listed in these facilities, by code. */
export function culturalPropertiesOfFacilities(
  em: EntityManager,
  facilityCodes: readonly string[],
): Promise<CulturalProperty[]> {
  return em.find(
    CulturalProperty,
    { facilityCode: { $in: [...facilityCodes] }, withdrawnAt: null },
    { orderBy: { code: 'asc' } },
  );
}

/** Cultural properties that fit and are still listed, in the order of their codes. */
export function culturalPropertiesAfter(
  em: EntityManager,
  filter: CulturalPropertyFilter,
  { limit, after }: PageAfter,
): Promise<CulturalProperty[]> {
  const { designation, category, subject, areaCode, facilityCode } = filter;
  return em.find(
    CulturalProperty,
    {
      withdrawnAt: null,
      ...(designation != null && { designations: { $contains: [designation] } }),
      ...(category != null && { category }),
      ...(subject != null && {
        subjectKeys: { $contains: [{ scheme: subject.scheme, code: subject.code }] },
      }),
      ...(areaCode != null && { areaCode }),
      ...(facilityCode != null && { facilityCode }),
      ...(after !== null && { code: { $gt: after } }),
    },
    { orderBy: { code: 'asc' }, limit },
  );
}

/** An offering that goes with a cultural property. */
export interface PropertyOffering {
  readonly code: string;
  readonly id: string;
  readonly kind: string;
}

/** Most offerings that are told of one property; its subject search finds the rest. */
const offeringsTold = 10;

/** How far ahead is looked: walks and lectures are planned within a year. */
const horizon = '366 days';

/**
 * What is offered from a moment on that shares a subject with each property, at most ten each: first what takes place
 * at the property's own facility, then the earliest elsewhere.
 */
export function offeringsOfProperties(
  em: EntityManager,
  codes: readonly string[],
  at: Date,
): Promise<PropertyOffering[]> {
  return em.execute<PropertyOffering[]>(
    `select property.code, found.id, entry.kind
     from cultural_property property
     cross join lateral (
       select array_agg((key ->> 'scheme') || ':' || (key ->> 'code')) as terms
       from jsonb_array_elements(property.subject_keys) key where key ->> 'scheme' = 'NDC'
     ) about
     cross join lateral (
       select search.id, search.starts_sort,
         coalesce(search.venue_code = property.facility_code, false) as is_here
       from opportunity_search search
       where search.over_at > ? and search.starts_sort < ?::timestamptz + interval '${horizon}'
         and not search.cancelled and search.subjects && about.terms
       order by is_here desc, search.starts_sort, search.id limit ${offeringsTold}
     ) found
     join opportunity_entry entry on entry.id = found.id and not entry.withdrawn
     where property.code = any(array[?]::text[])
     order by property.code, found.is_here desc, found.starts_sort, found.id`,
    [at, at, codes],
  );
}
