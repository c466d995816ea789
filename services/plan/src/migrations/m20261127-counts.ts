import { migrationStep } from '@manabi/kit/database';

/** SQL of the facts in a table that count, with their area and +1 where they came or -1 where they went. */
const counting = (facts: string, sign: '1' | '-1'): string => `
  select f.*, v.area_code, ${sign} as sign
    from ${facts} f left join record_fact v on v.kind = 'Facility' and v.record_id = f.venue_code
    where f.withdrawn_at is null and f.cancelled_at is null`;

const sum = (of: string): string => `coalesce(sum(c.sign * ${of}), 0)`;
const told = (of: string): string => `coalesce(sum(c.sign) filter (where ${of} is not null), 0)`;

/** SQL that adds to `supply_count` what these rows make. */
const addingSupply = (rows: string): string => `
  insert into supply_count (shape, area_code, sample, audiences, min_months, max_months, subject_keys, opportunities, seats, seats_told)
  select md5(jsonb_build_array(area_code, sample, audiences, min_months, max_months, subject_keys)::text)::uuid, g.* from (
    select c.area_code, c.sample, c.audiences, c.min_months, c.max_months, c.subject_keys,
      sum(c.sign) as opportunities, ${sum('c.capacity')} as seats, ${told('c.capacity')} as seats_told
    from (${rows}) c where c.area_code is not null group by 1, 2, 3, 4, 5, 6
  ) g where (opportunities, seats, seats_told) <> (0, 0, 0)
  on conflict (shape) do update set opportunities = supply_count.opportunities + excluded.opportunities,
    seats = supply_count.seats + excluded.seats, seats_told = supply_count.seats_told + excluded.seats_told`;

/** SQL that adds to `week_count` what these rows make. */
const addingWeek = (rows: string): string => `
  insert into week_count (sample, audiences, parts, opportunities)
  select c.sample, c.audiences, part.parts, sum(c.sign)
    from (${rows}) c cross join lateral (select week_parts(c.times) as parts) part
    where part.parts <> 0 group by 1, 2, 3 having sum(c.sign) <> 0
  on conflict (sample, audiences, parts) do update set opportunities = week_count.opportunities + excluded.opportunities`;

const offerSums = [
  ['seats', sum('c.capacity')],
  ['seats_told', told('c.capacity')],
  ['attendees', sum('c.taken')],
  ['attendees_told', told('c.taken')],
  ['waiting', sum('c.waiting')],
  ['waiting_told', told('c.waiting')],
  ['empty', sum('greatest(c.capacity - c.taken, 0)')],
] as const;
const offerColumns = ['opportunities', ...offerSums.map(([name]) => name)];

/** SQL that adds to `offer_count` what these rows make, each with the measures that it carries out. */
const addingOffers = (rows: string): string => `
  insert into offer_count (shape, measures, kind, department, sample, subject_keys, ${offerColumns.join(', ')})
  select md5(jsonb_build_array(measures, kind, department, sample, subject_keys)::text)::uuid, g.* from (
    select c.measures, c.kind, c.department, c.sample, c.subject_keys, sum(c.sign) as opportunities,
      ${offerSums.map(([name, of]) => `${of} as ${name}`).join(', ')}
    from (${rows}) c group by 1, 2, 3, 4, 5
  ) g where (${offerColumns.join(', ')}) <> (${offerColumns.map(() => '0').join(', ')})
  on conflict (shape) do update set ${offerColumns
    .map((name) => `${name} = offer_count.${name} + excluded.${name}`)
    .join(', ')}`;

const measuresOf = `array(select x.measure_code from measure_match x
  where x.opportunity_id = f.opportunity_id order by 1)`;

const withMeasures = (rows: string): string =>
  `select f.*, ${measuresOf} as measures from (${rows}) f`;

const adding = (rows: string): string =>
  [addingSupply(rows), addingWeek(rows), addingOffers(withMeasures(rows))].join(';\n');

/** Whoever changes counts waits for whoever does until that commits: nothing moves under what is being counted. */
const turn = `perform pg_advisory_xact_lock(hashtext('offer_count'))`;

const trigger = (name: string, body: string): string =>
  `create function ${name}() returns trigger language plpgsql as $$
  begin
    ${body}
    return null;
  end $$`;

const [came, went] = [counting('came', '1'), counting('went', '-1')];

const countFacts = trigger(
  'offer_count_facts',
  `${turn};
    if tg_op = 'INSERT' then ${adding(came)};
    elsif tg_op = 'DELETE' then ${adding(went)};
    else ${adding(`${came} union all ${went}`)};
    end if;`,
);

/** SQL of the facts whose matches changed, without (-1) what they were and with (+1) what they are, by code. */
const moved = (before: string): string => `
  select f.*, known.measures, known.sign from (select distinct opportunity_id from changed) touched
  join opportunity_fact f using (opportunity_id)
  cross join lateral (values (1, ${measuresOf}), (-1, array(${before} order by 1))) known (sign, measures)
  where f.withdrawn_at is null and f.cancelled_at is null`;

const matchesOf = `select x.measure_code from measure_match x where x.opportunity_id = f.opportunity_id`;
const changedOf = `select x.measure_code from changed x where x.opportunity_id = f.opportunity_id`;

const countMatches = trigger(
  'offer_count_matches',
  `if not exists (select from changed) then return null; end if;
    ${turn};
    if tg_op = 'INSERT' then ${addingOffers(moved(`${matchesOf} except ${changedOf}`))};
    else ${addingOffers(moved(`${matchesOf} union ${changedOf}`))};
    end if;`,
);

const housesIn = (table: string): string =>
  `(select record_id, area_code from ${table} where kind = 'Facility') ${table}`;
const noHouses = (table: string): string =>
  `(select record_id, area_code from record_fact where false) ${table}`;

/** Houses whose area became another one, or that came or went, take what is counted of them along. */
const moving = (before: string, after: string): string => `
  if exists (select from ${before} full join ${after} using (record_id)
    where went.area_code is distinct from came.area_code) then
    ${turn};
    ${addingSupply(`select f.*, move.area_code, move.sign
      from ${before} full join ${after} using (record_id)
      cross join lateral (values (went.area_code, -1), (came.area_code, 1)) move (area_code, sign)
      join opportunity_fact f on f.venue_code = record_id
      where went.area_code is distinct from came.area_code and f.withdrawn_at is null and f.cancelled_at is null`)};
  end if;`;

const countHouses = trigger(
  'offer_count_houses',
  `if tg_op = 'INSERT' then ${moving(noHouses('went'), housesIn('came'))}
    elsif tg_op = 'DELETE' then ${moving(housesIn('went'), noHouses('came'))}
    else ${moving(housesIn('went'), housesIn('came'))}
    end if;`,
);

/** The triggers on facts run, by their names, before those that match them with measures. */
const watch = (table: string, event: string, told: [rows: string, does: string]): string =>
  `create trigger ${table}_count_${event} after ${event} on ${table} referencing ${told[0]}
    for each statement execute function ${told[1]}()`;

const everyEvent = (table: string, does: string): string[] => [
  watch(table, 'insert', ['new table as came', does]),
  watch(table, 'update', ['new table as came old table as went', does]),
  watch(table, 'delete', ['old table as went', does]),
];

const recount = `create function offer_recount() returns void language plpgsql as $$
  begin
    ${turn};
    delete from supply_count;
    delete from week_count;
    delete from offer_count;
    ${adding(counting('opportunity_fact', '1'))};
  end $$`;

/** How much is offered where, to whom, when in the week, and for which measure, kept beside the facts. */
export const offerCounts = migrationStep('m20261127-counts', [
  `create table supply_count (
    shape uuid primary key,
    area_code text not null,
    sample boolean not null,
    audiences text[] not null,
    min_months integer,
    max_months integer,
    subject_keys jsonb not null,
    opportunities integer not null,
    seats bigint not null,
    seats_told integer not null
  ) with (fillfactor = 70)`,
  `create index supply_count_area on supply_count (area_code)`,
  `create table week_count (
    sample boolean not null,
    audiences text[] not null,
    parts integer not null,
    opportunities integer not null,
    primary key (sample, audiences, parts)
  ) with (fillfactor = 70)`,
  `create table offer_count (
    shape uuid primary key,
    measures text[] not null,
    kind text not null,
    department text not null,
    sample boolean not null,
    subject_keys jsonb not null,
    opportunities integer not null,
    ${offerSums.map(([name]) => `${name} bigint not null`).join(', ')}
  ) with (fillfactor = 70)`,
  // Bits: weekdays before those of the weekend, each morning, afternoon and evening, by when something begins in Japan.
  `create function week_parts(times jsonb) returns integer language sql immutable as $$
    select coalesce(bit_or(1 << (case when extract(isodow from here) < 6 then 0 else 3 end
      + case when extract(hour from here) < 12 then 0 when extract(hour from here) < 18 then 1 else 2 end)), 0)
    from jsonb_array_elements(times) pair
    cross join lateral (select to_timestamp((pair ->> 0)::float8) at time zone 'Asia/Tokyo' as here) local $$`,
  countFacts,
  countMatches,
  countHouses,
  recount,
  ...everyEvent('opportunity_fact', 'offer_count_facts'),
  // Its matches go while it is known what it was counted as; the foreign key would take them after it.
  `create function unmatch_fact() returns trigger language plpgsql as $$
  begin
    delete from measure_match where opportunity_id = old.opportunity_id;
    return old;
  end $$`,
  `create trigger opportunity_fact_unmatch before delete on opportunity_fact
    for each row execute function unmatch_fact()`,
  watch('measure_match', 'insert', ['new table as changed', 'offer_count_matches']),
  watch('measure_match', 'delete', ['old table as changed', 'offer_count_matches']),
  ...everyEvent('record_fact', 'offer_count_houses'),
  // From when to when something takes place, by what it says of itself and by its times.
  `create function fact_span(starts_at timestamptz, ends_at timestamptz, times jsonb) returns tstzrange
    language sql immutable as $$
    select tstzrange(
      least(starts_at, ends_at, to_timestamp(min(least((pair ->> 0)::float8, (pair ->> 1)::float8)))),
      greatest(starts_at, ends_at, to_timestamp(max(greatest((pair ->> 0)::float8, (pair ->> 1)::float8)))), '[]')
    from jsonb_array_elements(times) pair $$`,
  `create index opportunity_fact_span on opportunity_fact using gist (fact_span(starts_at, ends_at, times))
    where withdrawn_at is null and cancelled_at is null`,
  `create index opportunity_fact_venues on opportunity_fact (sample, venue_code)
    where withdrawn_at is null and cancelled_at is null`,
  `set local work_mem = '64MB'`,
  'select offer_recount()',
  'analyze supply_count, week_count, offer_count',
]);
