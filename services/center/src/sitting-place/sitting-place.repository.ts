import { metresBetweenRows } from '@manabi/kit/distance';
import type { ClosingRule } from '@manabi/kit/opening/closing-rule';
import type { PublishedSittingPlace } from '@manabi/kit/sitting-place/sitting-place.published';
import type { EntityManager } from '@mikro-orm/postgresql';

import type { WeeklyHours } from '../value/weekly-hours.js';
import type { WalkingFrom } from './sitting-place.input.js';

/** A place to sit with what the register knows of its house. */
export interface SittingPlaceRow {
  readonly id: string;
  readonly kind: string;
  readonly facilityCode: string;
  readonly data: PublishedSittingPlace;
  readonly metres: number;
  readonly house: {
    readonly hours: WeeklyHours[] | null;
    readonly closedDays: ClosingRule[] | null;
    readonly isClosed: boolean;
  };
}

/** Places that one search looks at, at most. */
const most = 500;

/** The places within so many metres of a point, nearest first; a house without a point on the map is nowhere. */
export function sittingPlacesWithin(
  em: EntityManager,
  from: WalkingFrom,
  { metres, at }: { metres: number; at: Date },
): Promise<SittingPlaceRow[]> {
  return em.execute<SittingPlaceRow[]>(
    `select p.id, p.kind, p.facility_code as "facilityCode", p.data, way.metres,
       jsonb_build_object('hours', f.hours, 'closedDays', f.closed_days, 'isClosed',
         coalesce(f.status = 'CLOSED' or f.withdrawn_at <= ?, false)) as house
     from sitting_place p
     join facility f on f.code = p.facility_code
     cross join lateral (select (f.point ->> 'latitude')::float8 as latitude,
       (f.point ->> 'longitude')::float8 as longitude) house
     cross join (select ?::float8 as latitude, ?::float8 as longitude) origin
     cross join lateral (select ${metresBetweenRows('house', 'origin')} as metres) way
     where way.metres <= ?
     order by way.metres, p.id limit ${most}`,
    [at.toISOString(), from.latitude, from.longitude, metres],
  );
}
