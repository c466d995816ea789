import { migrationStep } from '@manabi/kit/database';

/**
 * What the talent bank tells beside name and subject, whom people are promised to, and when records were confirmed.
 * Nobody is promised to two things at once: the table refuses it, whoever writes.
 */
export const talentTables = migrationStep('m20261124-talent', [
  'create extension if not exists btree_gist',
  `alter table person
    add roles text[] not null default '{}',
    add qualifications text[],
    add ages jsonb,
    add district_codes text[] not null default '{}',
    add free_times jsonb,
    add unavailable jsonb,
    add confirmed_at timestamptz`,
  `update person set roles = array[role] where role is not null`,
  'create index person_roles on person using gin (roles)',
  'alter table learning_group add confirmed_at timestamptz',
  'alter table desk add confirmed_at timestamptz',
  `create table assignment (
    id text primary key,
    person_id text not null references person (id) on delete cascade,
    session_id text not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    released_at timestamptz,
    sample boolean not null default false,
    check (starts_at < ends_at),
    constraint assignment_no_two_at_once
      exclude using gist (person_id with =, tstzrange(starts_at, ends_at) with &&) where (released_at is null)
  )`,
  'create index assignment_session on assignment (session_id) where released_at is null',
  `create index opportunity_entry_leaders on opportunity_entry using gin ((data -> 'leaderIds'))`,
]);
