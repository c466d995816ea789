// SQL, over the gathered databases, of what rooms and courts must answer.

/** The tables of rooms of a department, and from when to when whoever comes first may hold one. */
interface Let {
  readonly rooms: string;
  readonly holds: string;
  readonly schema: string;
  readonly kind: string;
  /** Of a moment `starts`. */
  readonly opens: string;
  readonly closes: string;
}

const day = (moment: string): string => `(${moment} at time zone 'Asia/Tokyo')::date`;
const inJapan = (timestamp: string): string => `(${timestamp}) at time zone 'Asia/Tokyo'`;

const studyRooms: Let = {
  rooms: 'kominkan.study_room',
  holds: 'kominkan.slot_hold',
  schema: 'kominkan',
  kind: `'floor', r.floor, 'purpose', r.purpose`,
  opens: inJapan(
    `date_trunc('month', ${day('starts')}::timestamp) - interval '2 months' + interval '15 days'`,
  ),
  closes: inJapan(`${day('starts')} - 2 + time '16:00'`),
};

const courts: Let = {
  rooms: 'sports.court',
  holds: 'sports.court_hold',
  schema: 'sports',
  kind: `'kind', r.kind`,
  opens: inJapan(`${day('starts')}::timestamp - interval '60 days'`),
  closes: 'starts',
};

const place = `(select jsonb_build_object('code', f.code, 'name', pick(f.name, 'ja')) from center.facility f
  where f.code = r.facility_code)`;

/** The place with the verdict for somebody who cannot take stairs. */
const stepFree = `${place} || jsonb_build_object('access', jsonb_build_object('verdict', (select jsonb_build_object(
    'answer', worst(values_of(reasons)), 'reasons', reasons)
  from (select access_reasons(r.facility_code, '{STEP_FREE}') as reasons) needed)))`;

/** Lotteries that can still be entered, next first. */
const lotteries = (
  { schema }: Let,
  first: number,
): string => `(select coalesce(jsonb_agg(jsonb_build_object(
    'month', l.month, 'phase', case when now() < l.opens_at then 'BEFORE' else 'APPLY' end,
    'apply', jsonb_build_object('opensAt', iso(l.opens_at), 'closesAt', iso(l.closes_at)),
    'drawOn', to_char(l.draw_at at time zone 'Asia/Tokyo', 'YYYY-MM-DD'),
    'confirm', jsonb_build_object('opensAt', iso(l.confirm_from), 'closesAt', iso(l.confirm_by)),
    'firstComeFrom', iso(l.first_come_from)) order by l.month), '[]')
  from (select * from ${schema}.lottery_round where room_id = r.id and closes_at >= now() order by month limit ${first}) l)`;

const odds = (
  { schema }: Let,
  band: string,
  more: string,
): string => `(select coalesce(jsonb_agg(jsonb_build_object(
    'month', o.month, 'band', ${band}, 'applied', o.applied, 'won', o.won,
    'share', o.won::double precision / nullif(o.applied, 0)) || ${more} order by o.month desc, o.opens), '[]')
  from ${schema}.lottery_odds o where o.room_id = r.id and o.month <= to_char(now() at time zone 'Asia/Tokyo', 'YYYY-MM'))`;

const wholeBand = `jsonb_build_object('opens', o.opens, 'closes', o.closes)`;

/** Free bands on a weekday ($7) within times of day ($8 to $9) of a stretch ($5 to $6), the first few. */
const free = (
  { holds, opens, closes }: Let,
  first: number,
): string => `jsonb_build_object('edges', (
  select coalesce(jsonb_agg(jsonb_build_object('node', jsonb_build_object('startsAt', iso(starts), 'endsAt', iso(ends),
    'firstCome', jsonb_build_object('opensAt', iso(${opens}), 'closesAt', iso(${closes})))) order by starts), '[]')
  from (
    select starts, ends from generate_series(${day('$5::timestamptz')}, ${day('$6::timestamptz')}, interval '1 day') d
    cross join lateral jsonb_to_recordset(r.bands) b (opens time, closes time)
    cross join lateral (select (d::date + b.opens) at time zone 'Asia/Tokyo' as starts,
      (d::date + b.closes) at time zone 'Asia/Tokyo' as ends) t
    where extract(isodow from d) = $7::integer and b.opens >= $8::time and b.closes <= $9::time
      and starts >= $5 and starts < $6 and not exists (select from ${holds} h
        where h.room_id = r.id and h.state <> 'RELEASED' and h.starts_at < ends and h.ends_at > starts)
    order by starts limit ${first}) free))`;

/** The rooms for $1 people with all of $2 that nobody has from $3 to $4. */
const found = (of: Let): string => `(
  select coalesce(jsonb_agg(jsonb_build_object('node', jsonb_build_object('id', r.id, 'name', pick(r.name, 'ja'),
      ${of.kind}, 'capacity', r.capacity, 'equipment', r.equipment, 'facility', ${stepFree}, 'freeIn', ${free(of, 3)},
      'nextLotteries', ${lotteries(of, 2)}, 'odds', ${odds(of, wholeBand, `'{}'`)},
      'provenance', pick(r.provenance, 'department', 'sample'))) order by r.facility_code, r.id), '[]')
  from (select * from ${of.rooms} r where r.capacity >= $1 and r.equipment @> $2::text[]
      and not exists (select from ${of.holds} h where h.room_id = r.id and h.state <> 'RELEASED'
        and h.starts_at < $4 and h.ends_at > $3)
      and exists (select from jsonb_to_recordset(r.bands) b (opens time) where b.opens <= ($3 at time zone 'Asia/Tokyo')::time)
      and exists (select from jsonb_to_recordset(r.bands) b (closes time) where b.closes >= ($4 at time zone 'Asia/Tokyo')::time)
    order by r.facility_code, r.id limit 12) r)`;

/** What P8 must answer of study rooms, and of courts. */
export const freeStudyRooms = `select ${found(studyRooms)}`;
export const freeCourts = `select ${found(courts)}`;

/** What Q18 must answer of rooms for $1 people; parameters as in `free`, $2 to $4 are not used. */
export const eveningRooms = `select coalesce(jsonb_agg(jsonb_build_object('node', jsonb_build_object('id', r.id,
    'name', pick(r.name, 'ja'), 'capacity', r.capacity,
    'facility', ${place} || jsonb_build_object('phone', (select f.phone from center.facility f where f.code = r.facility_code)),
    'freeIn', ${free(studyRooms, 5)}, 'nextLotteries', ${lotteries(studyRooms, 1)},
    'odds', ${odds(studyRooms, `jsonb_build_object('opens', o.opens)`, `'{}'`)})) order by r.facility_code, r.id), '[]')
  from (select * from kominkan.study_room r where r.capacity >= $1
    and $2::text[] is not null and $3::timestamptz is not null and $4::timestamptz is not null
    order by r.facility_code, r.id limit 20) r`;

const oddsOf = (
  of: Let,
): string => `select coalesce(jsonb_agg(jsonb_build_object('node', jsonb_build_object('id', r.id,
    'name', pick(r.name, 'ja'), 'facility', ${place},
    'odds', ${odds(of, wholeBand, `jsonb_build_object('shareWith', case when o.applied > 0 then least(1, (o.won + $1::integer)::double precision / o.applied) end)`)}))
    order by r.facility_code, r.id), '[]') from ${of.rooms} r`;

/** What Q30 must answer, with $1 more times let. */
export const roomOdds = oddsOf(studyRooms);
export const courtOdds = oddsOf(courts);

/** The next usual meeting of a use `u` that ends after now, and what stands there. */
const next = ({
  holds,
}: Let): string => `(select jsonb_build_object('startsAt', iso(starts), 'endsAt', iso(ends), 'state',
    coalesce((select h.state from ${holds} h where h.room_id = u.room_id and h.state <> 'RELEASED'
      and h.starts_at < ends and h.ends_at > starts order by h.starts_at limit 1), 'FREE'))
  from generate_series(${day('now()')}, ${day('now()')} + 99, interval '1 day') d
  cross join lateral (select (d::date + u.starts_at::time) at time zone 'Asia/Tokyo' as starts,
    (d::date + u.ends_at::time) at time zone 'Asia/Tokyo' as ends) t
  where extract(isodow from d) = u.weekday and (extract(day from d)::integer + 6) / 7 = any(u.weeks) and ends > now()
  order by d limit 1)`;

const rhythm = `'weekday', u.weekday, 'weeks', u.weeks, 'startsAt', u.starts_at, 'endsAt', u.ends_at`;
const room = `jsonb_build_object('id', r.id, 'name', pick(r.name, 'ja'), 'facility', ${place})`;

const uses = (
  of: Let,
  noun: string,
): string => `(select coalesce(jsonb_agg(jsonb_build_object(${rhythm},
    '${noun}', ${room}, 'next', ${next(of)}) order by u.id), '[]')
  from ${of.schema}.regular_use u join ${of.rooms} r on r.id = u.room_id where u.group_id = g.id)`;

const fedBy = `(select jsonb_build_object('id', c.id, 'title', pick(c.title, 'ja'), 'startsAt', iso(c.starts_at),
    'leadsToGroups', (select jsonb_agg(jsonb_build_object('id', other.id) order by other.id) from center.learning_group other
      where other.fed_by_course_id = c.id and other.withdrawn_at is null))
  from kominkan.course c where c.id = g.fed_by_course_id)`;

/** What P6 must answer of circles with the subject $1 (JSON), without other rooms and whether one can apply. */
export const circles = `select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'name', pick(g.name, 'ja', 'kana'),
    'summary', pick(g.summary, 'ja'), 'members', g.members, 'monthlyFeeYen', g.monthly_fee_yen,
    'acceptsBeginners', g.accepts_beginners,
    'venue', (select jsonb_build_object('code', f.code, 'name', pick(f.name, 'ja')) from center.facility f where f.code = g.venue_code),
    'fedBy', ${fedBy}, 'usualRooms', ${uses(studyRooms, 'room')}, 'usualCourts', ${uses(courts, 'court')},
    'memberships', (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'name', pick(c.name, 'ja')) order by c.id), '[]')
      from sports.club_membership m join sports.community_club c on c.id = m.club_id where m.group_id = g.id),
    'provenance', pick(g.provenance, 'department', 'sample')) order by g.id), '[]')
  from (select * from center.learning_group where withdrawn_at is null and accepts_beginners = 'YES'
    and subject_keys @> jsonb_build_array($1::jsonb) order by id limit 10) g`;

/**
 * The other rooms for the usual meetings of circles in the rooms of a house ($1) from $2 to $3, within 1,500 metres:
 * one object for each use, which names its circle.
 */
export const otherRooms = `select jsonb_object_agg(u.group_id || ' ' || u.room_id, (
    select coalesce(jsonb_agg(jsonb_build_object('missing', usual - free, 'room', ${room.replaceAll(/\br\./g, 'o.')}) order by free desc, away, o.id), '[]')
    from (select o.id, o.facility_code, o.name, away, count(*) as usual, count(*) filter (where not exists (
          select from kominkan.slot_hold h where h.room_id = o.id and h.state <> 'RELEASED' and h.starts_at < ends and h.ends_at > starts)) as free
        from kominkan.study_room o
        cross join lateral (select case when o.facility_code = r.facility_code then 0 else 2 * 6371009 * asin(sqrt(
          sin(radians(o.latitude - r.latitude) / 2) ^ 2 + cos(radians(o.latitude)) * cos(radians(r.latitude))
          * sin(radians(o.longitude - r.longitude) / 2) ^ 2)) end as away) way
        cross join lateral (select max(b.opens) as opens, min(c.closes) as closes
          from jsonb_to_recordset(o.bands) b (opens time), jsonb_to_recordset(o.bands) c (closes time)
          where b.opens <= u.starts_at::time and c.closes >= u.ends_at::time) part
        join generate_series(${day('$2::timestamptz')}, ${day('$3::timestamptz')}, interval '1 day') d
          on extract(isodow from d) = u.weekday and (extract(day from d)::integer + 6) / 7 = any(u.weeks)
        cross join lateral (select (d::date + part.opens) at time zone 'Asia/Tokyo' as starts,
          (d::date + part.closes) at time zone 'Asia/Tokyo' as ends) t
        where o.id <> r.id and o.capacity >= r.capacity and away <= 1500 and starts >= $2 and starts < $3
        group by o.id, o.facility_code, o.name, away
        having count(*) filter (where not exists (select from kominkan.slot_hold h where h.room_id = o.id
          and h.state <> 'RELEASED' and h.starts_at < ends and h.ends_at > starts)) > 0
        order by free desc, away, o.id limit 3) o))
  from kominkan.regular_use u join kominkan.study_room r on r.id = u.room_id where r.facility_code = $1`;

/** What P21 must answer of lectures about $1 for an audience of $2, with the two rooms that just hold them. */
export const lectures = `select coalesce(jsonb_agg(jsonb_build_object('node', jsonb_build_object('id', l.id,
    'theme', pick(l.theme, 'ja', 'kana'), 'summary', pick(l.summary, 'ja'), 'languages', l.languages, 'minutes', l.minutes,
    'minimumAudience', l.minimum_audience,
    'office', (select jsonb_build_object('code', d.code, 'name', pick(d.name, 'ja')) from center.department d where d.code = l.department_code),
    'subjects', (select jsonb_agg(jsonb_build_object('scheme', k ->> 'scheme', 'code', k ->> 'code', 'label',
        (select pick(s.label, 'ja') from center.subject s where s.scheme = k ->> 'scheme' and s.code = k ->> 'code')) order by place)
      from jsonb_array_elements(l.subject_keys) with ordinality e (k, place)),
    'times', (select coalesce(jsonb_agg(jsonb_build_object('startsAt', iso(starts), 'endsAt', iso(ends), 'rooms', (
          select coalesce(jsonb_agg(${room} || jsonb_build_object('capacity', r.capacity) order by r.capacity, r.facility_code, r.id), '[]')
          from (select * from kominkan.study_room r where r.capacity >= $2
              and exists (select from jsonb_to_recordset(r.bands) b (opens time) where b.opens <= (starts at time zone 'Asia/Tokyo')::time)
              and exists (select from jsonb_to_recordset(r.bands) b (closes time) where b.closes >= (ends at time zone 'Asia/Tokyo')::time)
              and not exists (select from kominkan.slot_hold h where h.room_id = r.id and h.state <> 'RELEASED'
                and h.starts_at < ends and h.ends_at > starts)
            order by r.capacity, r.facility_code, r.id limit 2) r)) order by starts), '[]')
      from jsonb_to_recordset(l.times) t ("startsAt" timestamptz, "endsAt" timestamptz)
      cross join lateral (select t."startsAt" as starts, t."endsAt" as ends) m where starts >= now()),
    'provenance', pick(l.provenance, 'department', 'sample'))) order by l.id), '[]')
  from kominkan.delivery_lecture l
  where l.withdrawn_at is null and l.minimum_audience <= $2
    and (l.theme ->> 'ja' like '%' || $1 || '%' or l.summary ->> 'ja' like '%' || $1 || '%')`;
