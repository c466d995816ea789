import { metresBetweenRows } from '@manabi/kit/distance';
import type { EntityManager } from '@mikro-orm/postgresql';

/** For which house others are looked for, at which time, and how many. Moments are ISO 8601. */
export interface StandInsFor {
  readonly facilityCode: string;
  readonly from: string;
  readonly to: string;
  readonly size: number;
}

/** A house that may stand in, with the question that it answers. */
export interface StandInFound {
  readonly asked: StandInsFor;
  readonly facilityCode: string;
  readonly metres: number;
}

const statement = `select asked.place, other.code as "facilityCode", other.metres
  from jsonb_to_recordset(?::jsonb) as asked (place integer, "facilityCode" text, "from" timestamptz,
    "to" timestamptz, size integer)
  join facility house on house.code = asked."facilityCode"
  cross join lateral (
    select near.code, round(${metresBetweenRows('here', 'near')})::integer as metres
    from (select (house.point ->> 'latitude')::float8 as latitude, (house.point ->> 'longitude')::float8 as longitude) here
    cross join lateral (
      select code, (point ->> 'latitude')::float8 as latitude, (point ->> 'longitude')::float8 as longitude
      from facility f where f.type = house.type and f.code <> house.code and f.point is not null
        and f.withdrawn_at is null and f.status is distinct from 'CLOSED'
        and not exists (select from closure c where c.facility_code = f.code and c.room_ids = '{}'
          and c.starts_at < asked."to"
          and least(c.ends_at, c.lifted_at, 'infinity') > greatest(asked."from", c.starts_at))
    ) near
    where here.latitude is not null order by metres, near.code limit asked.size
  ) other order by asked.place, other.metres, other.code`;

/** The nearest houses of the same kind that are in use and not closed at that time, in one statement for all. */
export async function standInsFor(
  em: EntityManager,
  asked: readonly StandInsFor[],
): Promise<StandInFound[]> {
  const questions = asked.map((each, place) => ({ ...each, place }));
  const rows = await em.execute<{ place: number; facilityCode: string; metres: number }[]>(
    statement,
    [JSON.stringify(questions)],
  );
  return rows.flatMap(({ place, facilityCode, metres }) => {
    const question = asked[place];
    return question ? [{ asked: question, facilityCode, metres }] : [];
  });
}
