import { migrationStep } from '@manabi/kit/database';

/** What departments report of people each month, and the cubes of people that are told once their period is over. */
export const peopleTables = migrationStep('m20261125-people', [
  `create table reported_count (
    id text primary key,
    department text not null,
    facility_code text,
    month text not null check (month ~ '^20[0-9]{2}-(0[1-9]|1[0-2])$'),
    measure text not null check (measure in ('PARTICIPANTS', 'LOANS', 'VISITS')),
    age_band text,
    count integer not null check (count >= 0),
    provenance jsonb not null,
    withdrawn_at timestamptz,
    source_key text unique,
    source_hash text
  )`,
  `create index reported_count_month on reported_count (measure, month)`,
  // The city may be stricter than the rule for its size; it can never be less strict.
  `create table statistic_policy (
    single boolean primary key default true check (single),
    smallest_cell integer not null check (smallest_cell >= 0)
  )`,
  // A month or a fiscal year of people, closed: what is told of it was decided once.
  `create table statistic_period (
    measure text not null,
    sample boolean not null,
    period text not null,
    since integer not null references statistic_snapshot (number),
    until integer references statistic_snapshot (number),
    departments json not null,
    smallest_cell integer not null,
    primary key (measure, sample, period, since)
  )`,
  `create table statistic_atom (
    measure text not null,
    sample boolean not null,
    month text not null,
    since integer not null,
    place integer not null,
    groups json not null,
    value integer not null,
    low integer not null,
    high integer,
    outside json not null,
    primary key (measure, sample, month, since, place)
  )`,
  `create table statistic_cell (
    measure text not null,
    sample boolean not null,
    period text not null,
    since integer not null,
    dimensions text not null,
    keys text not null,
    value integer not null,
    hidden boolean not null,
    primary key (measure, sample, period, since, dimensions, keys)
  )`,
]);
