import { migrationStep } from '@manabi/kit/database';
import { deliveryTables } from '@manabi/kit/delivery/delivery.tables';
import { followerTable } from '@manabi/kit/feed/feed.follow';
import { feedTables } from '@manabi/kit/feed/feed.tables';

/**
 * SQL for the matches of the facts in `facts`, of those measures whose code fits `measures`. Each arm names its
 * condition itself: no condition reaches through a union to what it joins.
 */
const matches = (facts: string, measures: string): string => `
  select l.measure_code, f.opportunity_id
    from ${facts} f join measure_link l on l.opportunity_id = f.opportunity_id
    where l.measure_code ${measures}
  union
  select r.measure_code, f.opportunity_id
    from ${facts} f cross join lateral jsonb_to_recordset(f.subject_keys) as key(scheme text, code text)
    join measure_rule r on r.subject_scheme = key.scheme and starts_with(key.code, r.subject_prefix)
    where (r.kind is null or r.kind = f.kind) and (r.audience is null or r.audience = any (f.audiences))
      and r.measure_code ${measures}
  union
  select r.measure_code, f.opportunity_id
    from ${facts} f join measure_rule r on r.subject_scheme is null
    where (r.kind is null or r.kind = f.kind) and (r.audience is null or r.audience = any (f.audiences))
      and r.measure_code ${measures}`;

/** SQL of a trigger that brings `measure_match` up to date with the rows that a statement changed. */
const rematchFunction = (name: string, changed: string, found: string): string =>
  `create function ${name}() returns trigger language plpgsql as $$
    begin
      delete from measure_match where ${changed};
      insert into measure_match (measure_code, opportunity_id) ${found} on conflict do nothing;
      return null;
    end $$`;

const rematch = (
  table: string,
  event: 'insert' | 'update' | 'delete',
  rows: 'new' | 'old',
): string =>
  `create trigger ${table}_match_${event}_${rows} after ${event} on ${table}
    referencing ${rows} table as changed for each statement
    execute function rematch_${table === 'opportunity_fact' ? 'facts' : 'measures'}()`;

const rematchMeasures = (table: string): string[] => [
  rematch(table, 'insert', 'new'),
  rematch(table, 'update', 'new'),
  rematch(table, 'update', 'old'),
  rematch(table, 'delete', 'old'),
];

/** The first tables of the plan: measures, what opportunities carry them out, and who lives where. */
export const firstTables = migrationStep('m20261123-first', [
  ...feedTables,
  ...deliveryTables,
  followerTable,
  `create table measure (
    code text primary key check (code ~ '^[0-9]+(-[0-9]+)*$'),
    level text not null,
    title jsonb not null,
    parent_code text references measure (code) deferrable initially deferred,
    department_codes text[] not null default '{}',
    tier text,
    proofs text[] not null default '{}',
    internal_note text,
    provenance jsonb not null,
    place integer[] not null generated always as (string_to_array(code, '-')::integer[]) stored
  )`,
  `create unique index measure_place on measure (place)`,
  `create table opportunity_fact (
    opportunity_id text primary key,
    kind text not null,
    department text not null,
    sample boolean not null,
    starts_at timestamptz,
    ends_at timestamptz,
    cancelled_at timestamptz,
    withdrawn_at timestamptz,
    audiences text[] not null,
    subject_keys jsonb not null,
    source text not null,
    epoch text not null
  )`,
  `create index opportunity_fact_source on opportunity_fact (source, epoch)`,
  `create table fact_fault (
    source text not null,
    id text not null,
    message text not null,
    at timestamptz not null,
    primary key (source, id)
  )`,
  // A link may be told before its opportunity is: it counts from when the opportunity is known.
  `create table measure_link (
    measure_code text not null references measure (code) on delete cascade,
    opportunity_id text not null,
    primary key (measure_code, opportunity_id)
  )`,
  `create index measure_link_opportunity on measure_link (opportunity_id)`,
  `create table measure_rule (
    id text primary key,
    measure_code text not null references measure (code) on delete cascade,
    kind text,
    subject_scheme text,
    subject_prefix text,
    audience text,
    check (num_nonnulls(kind, subject_scheme, audience) > 0),
    check ((subject_scheme is null) = (subject_prefix is null))
  )`,
  `create table measure_match (
    measure_code text not null references measure (code) on delete cascade,
    opportunity_id text not null references opportunity_fact (opportunity_id) on delete cascade,
    primary key (measure_code, opportunity_id)
  )`,
  `create index measure_match_opportunity on measure_match (opportunity_id)`,
  rematchFunction(
    'rematch_facts',
    'opportunity_id in (select opportunity_id from changed)',
    matches('changed', 'is not null'),
  ),
  rematchFunction(
    'rematch_measures',
    'measure_code in (select measure_code from changed)',
    matches('opportunity_fact', 'in (select measure_code from changed)'),
  ),
  ...rematchMeasures('measure_link'),
  ...rematchMeasures('measure_rule'),
  // A fact that goes takes its matches with it by the foreign key.
  rematch('opportunity_fact', 'insert', 'new'),
  rematch('opportunity_fact', 'update', 'new'),
  `create table population_count (
    id text primary key,
    area_code text,
    district_code text,
    age_min integer not null check (age_min >= 0),
    age_max integer check (age_max >= age_min),
    sex text,
    count integer not null check (count >= 0),
    as_of date,
    provenance jsonb not null,
    withdrawn_at timestamptz,
    source_key text unique,
    source_hash text,
    check (num_nonnulls(area_code, district_code) > 0)
  )`,
  `create index population_count_area on population_count (area_code)`,
  `create index population_count_district on population_count (district_code)`,
]);
