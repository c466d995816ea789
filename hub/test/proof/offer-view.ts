// A table: the views on which expected answers rest, written anew from the rules and not from our code.

const shared = `id, title, organiser, audiences, ages, fee, cancelled_at, withdrawn_at, starts_at, ends_at, venue_code,
  subject_keys, provenance, apply_opens_at, apply_closes_at, capacity, taken, waiting, selection`;

const department = (type: string, kind: string, table: string) =>
  `select '${type}' as type, '${kind}' as kind, ${shared}, coalesce(occurrences, '[]') as occurrences from ${table}`;

/** Everything that any department offers, with what its feed tells of times. */
const allOffers = `
  select 'Course' as type, 'COURSE' as kind, ${shared}, coalesce((
    select jsonb_agg(jsonb_build_object('startsAt', s.starts_at, 'endsAt', s.ends_at, 'allDay', s.all_day)
      order by s.starts_at, s.id)
    from kominkan.session s where s.course_id = course.id), '[]') as occurrences
  from kominkan.course
  union all ${department('SportsClass', 'SPORTS_CLASS', 'sports.sports_class')}
  union all ${department('CareProgram', 'CARE_PROGRAM', 'welfare.care_program')}
  union all ${department('LibraryProgram', 'LIBRARY_PROGRAM', 'library.library_program')}
  union all ${department('ExternalOffering', 'EXTERNAL_OFFERING', 'center.external_offering')}`;

/** One row for each time that something takes place; its whole stretch where no times were told. */
const allTimes = `
  select o.id, (t ->> 'startsAt')::timestamptz as starts, (t ->> 'endsAt')::timestamptz as ends,
    coalesce((t ->> 'allDay')::boolean, false) as all_day
  from every_offer o cross join jsonb_array_elements(o.occurrences) t
  union all
  select id, starts_at, ends_at,
    coalesce(ends_at - starts_at > interval '1 day', (starts_at at time zone 'Asia/Tokyo')::time = '00:00')
  from every_offer where occurrences = '[]' and starts_at is not null`;

/** The parts of the day in Japan that the times of an offer touch. */
const allBands = `
  select distinct t.id, part.code
  from offer_time t
  cross join lateral (select t.starts at time zone 'Asia/Tokyo' as s,
    greatest(coalesce(t.ends, t.starts), t.starts) at time zone 'Asia/Tokyo' as e) here
  cross join lateral generate_series(s::date, e::date, interval '1 day') as day
  cross join (values ('MORNING', 0, 12), ('AFTERNOON', 12, 18), ('EVENING', 18, 24)) as part (code, opens, closes)
  where not t.all_day
    and s < day + part.closes * interval '1 hour'
    and (e > day + part.opens * interval '1 hour' or (e = s and s = day + part.opens * interval '1 hour'))`;

/** The nine classes of the Ministry of Education to which the subjects of an offer lead. */
const allCategories = `
  select distinct o.id, coalesce(known.mext_code, key ->> 'code') as code
  from every_offer o cross join jsonb_array_elements(o.subject_keys) key
  left join lateral (
    select s.mext_code from center.subject s
    where s.scheme = 'NDC' and key ->> 'scheme' = 'NDC' and s.mext_code is not null
      and key ->> 'code' like s.code || '%'
    order by length(s.code) desc limit 1) known on true
  where key ->> 'scheme' = 'MEXT' or known.mext_code is not null`;

const midnight = `(coalesce(t.ends, t.starts) at time zone 'Asia/Tokyo')::time = '00:00'`;

/** Whether one can apply for an offer `o`, at the moment of the statement. */
export const applicationStateNow = `case
    when o.cancelled_at is not null or o.ends_at < now() then 'CLOSED'
    when o.selection ->> 'method' = 'NONE' then 'NO_APPLICATION'
    when o.apply_closes_at < now() then 'CLOSED'
    when o.apply_opens_at > now() then 'BEFORE'
    when o.apply_opens_at is null and o.apply_closes_at is null then 'UNKNOWN'
    when o.selection ->> 'method' = 'LOTTERY' then 'LOTTERY'
    when o.taken >= o.capacity then 'WAITLIST'
    else 'OPEN' end`;

/** Offers as a search finds them, at the moment of the statement. */
const found = `
  select o.*, first.starts as first_start,
    ${applicationStateNow} as state
  from every_offer o
  cross join lateral (
    select least(o.starts_at, min(t.starts)) as starts,
      greatest(o.starts_at, o.ends_at, max(t.starts),
        max(coalesce(t.ends, t.starts) + case when t.all_day and ${midnight} then interval '1 day' else '0' end)) as over
    from offer_time t where t.id = o.id) first
  where o.withdrawn_at is null and o.cancelled_at is null and coalesce(first.over, 'infinity') >= now()`;

/** Places left of a row, in the steps in which anybody may know them. */
export const leftOf = (row: string): string =>
  `(select case when l < 1 then 0 when told < 10 then 1 when told < 20 then 10 when told < 50 then 20
    when told < 100 then 50 else told / 100 * 100 end
  from (select ${row}.capacity - ${row}.taken as l, least(${row}.capacity - ${row}.taken, ${row}.capacity - 9) as told) free
  where l is not null)`;

/** Who waits, in tens; nobody knows of fewer. */
export const waitingOf = (row: string): string =>
  `(case when ${row}.waiting >= 10 then ${row}.waiting / 10 * 10 end)`;

/** Fields that all kinds share, as an answer writes them. */
export const shownOffer = `
  'title', jsonb_build_object('ja', o.title -> 'ja'),
  'fee', pick(o.fee, 'kind', 'yen', 'note'),
  'seats', case when num_nonnulls(o.capacity, o.waiting) > 0 then jsonb_build_object('capacity', o.capacity,
    'left', ${leftOf('o')}, 'waiting', ${waitingOf('o')}) end,
  'venue', (select jsonb_build_object('code', f.code, 'name', jsonb_build_object('ja', f.name -> 'ja'))
    from center.facility f where f.code = o.venue_code),
  'provenance', shown_source(o.provenance)`;

/** Where a record comes from, as an answer writes it; nobody's word for a year makes it stale. */
const shownSource = `create function shown_source(source jsonb) returns jsonb language sql stable as $$
  select case when source is null or source = 'null' then null else jsonb_build_object(
    'department', source -> 'department', 'dataset', source -> 'dataset',
    'asOf', iso((source ->> 'asOf')::timestamptz),
    'stale', coalesce((source ->> 'asOf')::timestamptz < now() - interval '365 days', true),
    'sample', source -> 'sample') end $$`;

/** Statements that make the views in a database into which the city was gathered. */
export const offerViews: readonly string[] = [
  shownSource,
  `create view every_offer as ${allOffers}`,
  `create view offer_time as ${allTimes}`,
  `create view offer_band as ${allBands}`,
  `create view offer_category as ${allCategories}`,
  `create view offer as ${found}`,
];
