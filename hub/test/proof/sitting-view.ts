// A table: where one may sit at a moment, in SQL over the gathered databases, written anew from the rules.

/** Every place that any of the three departments keeps. */
const every = ['Library', 'Kominkan', 'ChildrenHall']
  .map((kind) => {
    const service = kind === 'ChildrenHall' ? 'welfare' : kind.toLowerCase();
    const table =
      kind === 'ChildrenHall' ? 'children_hall_sitting_place' : `${service}_sitting_place`;
    return `select '${kind}SittingPlace' as type, p.* from ${service}.${table} p where withdrawn_at is null`;
  })
  .join(' union all ');

/** The last minute of the hours in `list` that hold at the moment $4; none of them cross midnight in the sample. */
const until = (
  list: string,
): string => `(select max(h ->> 'closesAt') from jsonb_array_elements(${list}) h
  where (h ->> 'weekday')::int = extract(isodow from here.day)
    and h ->> 'opensAt' <= here.clock and here.clock < h ->> 'closesAt')`;

const closed = `exists (select from jsonb_array_elements(coalesce(f.closed_days, '[]')) r
  where case r ->> 'rule'
    when 'WEEKDAY' then (r ->> 'weekday')::int = extract(isodow from here.day)
    when 'NTH_WEEKDAY' then (r ->> 'weekday')::int = extract(isodow from here.day)
      and (r ->> 'nth')::int = ceil(extract(day from here.day) / 7)
    when 'YEAR_END' then to_char(here.day, 'MM-DD') >= '12-29' or to_char(here.day, 'MM-DD') <= '01-03'
    else false end)`;

/**
 * The answer for an age $1 at a point ($2, $3), a moment $4 in no holiday, and at most $5 minutes to walk; a condition
 * on `closes` (the moment at which one must go, null when closed) and the place `p` may say more.
 */
export const sittingPlaces = (condition = 'true'): string => `
  select coalesce(jsonb_agg(jsonb_build_object('department', p.provenance -> 'department', 'name', pick(p.name, 'ja', 'kana'),
      'location', p.location, 'rules', p.rules, 'wifi', p.wifi, 'supervised', p.supervised, 'quiet', p.quiet, 'seats', p.seats,
      'metres', round(metres), 'walkMinutes', ceil(metres / 80), 'openNow', 'YES', 'closesAt', iso(closes),
      'sample', p.provenance -> 'sample',
      'facility', jsonb_build_object('code', f.code, 'name', pick(f.name, 'ja'), 'phone', f.phone),
      'node', jsonb_build_object('__typename', p.type, 'id', p.id, 'power', p.power, 'eating', p.eating,
        'provenance', shown_source(p.provenance) - 'dataset' - 'sample')) order by metres, p.id), '[]')
  from (${every}) p
  join center.facility f on f.code = p.facility_code
  cross join (select ($4::timestamptz at time zone 'Asia/Tokyo')::date as day,
    to_char($4::timestamptz at time zone 'Asia/Tokyo', 'HH24:MI') as clock) here
  cross join lateral (select 2 * 6371009 * asin(sqrt(
    sin(radians($2::float8 - (f.point ->> 'latitude')::float8) / 2) ^ 2
    + cos(radians($2::float8)) * cos(radians((f.point ->> 'latitude')::float8))
      * sin(radians($3::float8 - (f.point ->> 'longitude')::float8) / 2) ^ 2)) as metres) way
  cross join lateral (select case when ${closed} then null
      when jsonb_array_length(p.hours) = 0 then ${until('f.hours')}
      else least(${until('p.hours')}, nullif(coalesce(${until('f.hours')}, 'shut'), 'shut')) end as last,
    ${until('f.hours')} as house, ${until('p.hours')} as own) hours
  cross join lateral (select case when hours.house is null or (jsonb_array_length(p.hours) > 0 and hours.own is null) then null
    else (here.day + hours.last::time) at time zone 'Asia/Tokyo' end as closes) ends
  where metres <= $5 * 80 and closes is not null and f.status = 'OPEN'
    and coalesce((p.ages ->> 'minMonths')::int, 0) <= $1 * 12 + 11
    and coalesce((p.ages ->> 'maxMonths')::int, 9999) >= $1 * 12
    and ${condition}`;
