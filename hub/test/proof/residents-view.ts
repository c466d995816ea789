// A table: what the proofs of closures, calendars and passports expect, written anew from the rules and not from our code.
import { leftOf } from './offer-view.js';

const name = (of: string) => `jsonb_build_object('ja', ${of} -> 'ja')`;

/** Times of offers at house $1 that a closure from $2 to $3 takes away. */
const lost = `select o.*, t.starts, t.ends from every_offer o
  join lateral (select starts, greatest(starts, coalesce(ends, starts + case when all_day then interval '1 day' else '0' end)) as ends
    from offer_time where id = o.id) t on t.starts < $3 and (t.ends > $2 or t.starts >= $2)
  where o.venue_code = $1 and o.cancelled_at is null and o.withdrawn_at is null`;

/** People who surely have a place, whatever the number of places left is that its step stands for. */
const surelyTaken = `coalesce(greatest(capacity - (
  select max(l) from (select l, lost.capacity, lost.capacity - l as taken from generate_series(0, lost.capacity) l) guess
  where ${leftOf('guess')} = ${leftOf('lost')}), 0), 0)`;

/** What a closure of house $1 from $2 to $3 hits: in all, by department, and each with its times. */
export const affected = `with lost as (${lost}) select jsonb_build_object(
    'totalCount', jsonb_build_object('value', (select count(distinct id) from lost), 'isExact', true),
    'departments', (select coalesce(jsonb_agg(jsonb_build_object('department', (
        select jsonb_build_object('code', d.code, 'name', ${name('d.name')}, 'phone', d.phone)
        from center.department d where d.code = of.department),
      'opportunities', of.offers, 'times', of.times, 'people', of.people) order by of.department), '[]')
      from (select department, count(*) as offers, sum(times) as times, sum(sure) as people
        from (select id, provenance ->> 'department' as department, count(*) as times, max(${surelyTaken}) as sure
          from lost group by 1, 2) each group by department) of),
    'edges', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'kind', kind, 'title', ${name('title')}, 'times', times)
      order by first, id), '[]')
      from (select id, kind, title, min(starts) as first,
          jsonb_agg(jsonb_build_object('opensAt', iso(starts), 'closesAt', iso(ends)) order by starts) as times
        from lost group by id, kind, title) each))
  from (select 1) one`;

/** Course sessions of each study room of house $1 that start from $2 until before $3. */
export const roomSessions = `select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'sessions', (
    select coalesce(jsonb_agg(s.id order by s.starts_at, s.id), '[]')
    from (select s.* from kominkan.session s join kominkan.course c on c.id = s.course_id
      where s.room_id = r.id and s.starts_at >= $2 and s.starts_at < $3
        and s.cancelled_at is null and c.cancelled_at is null and c.withdrawn_at is null) s)) order by r.id), '[]')
  from kominkan.study_room r where r.facility_code = $1`;

/** The three nearest houses of the kind of house $1 that are in use and not closed as a whole from $2 to $3. */
export const standIns = `select coalesce(jsonb_agg(code), '[]') from (
  select f.code from center.facility f, center.facility h where h.code = $1 and f.type = h.type and f.code <> h.code
    and f.status is distinct from 'CLOSED' and f.withdrawn_at is null
    and not exists (select from center.closure c where c.facility_code = f.code and c.room_ids = '{}'
      and c.starts_at < $3 and least(c.ends_at, c.lifted_at, 'infinity') > greatest($2, c.starts_at))
  order by 2 * asin(sqrt(
    power(sin(radians((f.point ->> 'latitude')::float8 - (h.point ->> 'latitude')::float8) / 2), 2)
    + cos(radians((f.point ->> 'latitude')::float8)) * cos(radians((h.point ->> 'latitude')::float8))
      * power(sin(radians((f.point ->> 'longitude')::float8 - (h.point ->> 'longitude')::float8) / 2), 2))), f.code limit 3) near`;

/** Every moment from $1 until before $2 at which an application opens or closes or a lottery takes a step. */
const moments = `select event, at, id, venue_code, audiences, ages, provenance from (
    select 'OPENS' as event, apply_opens_at as at, id, venue_code, audiences, ages, provenance, cancelled_at, withdrawn_at, selection from every_offer
    union all select 'CLOSES', apply_closes_at, id, venue_code, audiences, ages, provenance, cancelled_at, withdrawn_at, selection from every_offer
  ) o where cancelled_at is null and withdrawn_at is null and selection ->> 'method' is distinct from 'NONE'
    and at >= $1 and at < $2
  union all select event, at, l.id, l.facility_code, null, null, l.provenance
  from (select b.*, r.facility_code from kominkan.lottery_round b join kominkan.study_room r on r.id = b.room_id
    union all select b.*, r.facility_code from sports.lottery_round b join sports.court r on r.id = b.room_id) l
  cross join lateral (values ('OPENS', l.opens_at), ('CLOSES', l.closes_at), ('DRAW', l.draw_at), ('CONFIRM_BY', l.confirm_by)) e (event, at)
  where at >= $1 and at < $2`;

/** The calendar from $1 until before $2, line by line, with the source of each. */
export const calendarLines = `select coalesce(jsonb_agg(jsonb_build_object('event', event, 'at', iso(at), 'id', id,
    'provenance', jsonb_build_object('department', provenance -> 'department', 'dataset', provenance -> 'dataset',
      'asOf', iso((provenance ->> 'asOf')::timestamptz), 'licence', provenance -> 'licence', 'sample', provenance -> 'sample'))
  order by at, id, event), '[]') from (${moments}) moment`;

/** To which times of life an offer belongs: by its audiences, else by its ages in months, else to everyone. */
const stages = `(values
  (1, 'EARLY_CHILDHOOD', '{INFANT,PARENT_CHILD}'::text[], 0, 71), (2, 'SCHOOL_AGE', '{ELEMENTARY}', 72, 143),
  (3, 'YOUTH', '{JUNIOR_HIGH,HIGH_SCHOOL,YOUTH}', 144, 227), (4, 'ADULTHOOD', '{ADULT,WORKER,MEN,WOMEN}', 228, 779),
  (5, 'SENIORITY', '{SENIOR}', 780, 1811), (6, 'EVERYONE', '{ANYONE}', null, null)) s (place, stage, audiences, youngest, oldest)`;

/** The calendar from $1 until before $2 by area and time of life, in numbers. */
export const calendarGroups = `select coalesce(jsonb_agg(jsonb_build_object('area', area, 'lifeStage', stage, 'opens', opens,
    'closes', closes, 'draws', draws) order by area nulls last, place), '[]')
  from (select f.area_code as area, s.stage, s.place, count(*) filter (where event = 'OPENS') as opens,
      count(*) filter (where event = 'CLOSES') as closes, count(*) filter (where event in ('DRAW', 'CONFIRM_BY')) as draws
    from (${moments}) m left join center.facility f on f.code = m.venue_code
    join ${stages} on case
      when coalesce(array_length(m.audiences, 1), 0) > 0 then m.audiences && s.audiences
      when (m.ages ->> 'minMonths') is null and (m.ages ->> 'maxMonths') is null then s.youngest is null
      else coalesce((m.ages ->> 'minMonths')::integer, 0) <= s.oldest
        and coalesce((m.ages ->> 'maxMonths')::integer, 9999) >= s.youngest end
    group by 1, 2, 3) grouped`;
