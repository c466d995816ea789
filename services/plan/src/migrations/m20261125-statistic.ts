import { migrationStep } from '@manabi/kit/database';

/** Sealed snapshots of what is counted, the people of the city as they were then, and the register of releases. */
export const statisticTables = migrationStep('m20261125-statistic', [
  `create table statistic_snapshot (
    number integer generated always as identity primary key,
    id text not null unique,
    sealed_on date not null,
    revision integer not null check (revision > 0),
    sealed_at timestamptz not null,
    definitions text not null,
    smallest_cell integer not null,
    residents integer,
    departments json not null,
    labels json not null,
    unique (sealed_on, revision)
  )`,
  // What a table says stays as json: jsonb would put the words of a table in another order.
  // What is alike in everything by which tables are divided stands in one line.
  `create table statistic_count (
    snapshot integer not null references statistic_snapshot (number) on delete cascade,
    basis text not null check (basis in ('OPPORTUNITY', 'SESSION')),
    department text not null,
    district text,
    month text,
    weekday text,
    band text,
    ages text[] not null,
    categories text[] not null,
    survey text[] not null,
    measures text[] not null,
    sample boolean not null,
    amount bigint not null,
    seats bigint not null,
    seats_told bigint not null
  )`,
  `create index statistic_count_snapshot on statistic_count (snapshot, basis)`,
  `create table statistic_resident (
    snapshot integer not null references statistic_snapshot (number) on delete cascade,
    district text,
    age_min integer not null,
    age_max integer,
    count integer not null,
    sample boolean not null,
    as_of date
  )`,
  `create index statistic_resident_snapshot on statistic_resident (snapshot)`,
  `create table statistic_release (
    id text primary key,
    snapshot integer not null references statistic_snapshot (number),
    question json not null,
    definitions text not null,
    policy jsonb not null,
    official boolean not null,
    digest text not null,
    released_at timestamptz not null
  )`,
  // Who read it is told by role and system; no person is kept.
  `create table statistic_reader (
    release_id text not null references statistic_release (id) on delete cascade,
    role text not null,
    client text not null,
    first_at timestamptz not null,
    primary key (release_id, role, client)
  )`,
]);
