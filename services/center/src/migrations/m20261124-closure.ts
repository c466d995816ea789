import { migrationStep } from '@manabi/kit/database';
import { followed } from '@manabi/kit/feed/feed.tables';

/** Times in which a house or some of its rooms are closed. */
export const closureTables = migrationStep('m20261124-closure', [
  `create table closure (
    id text primary key,
    facility_code text not null references facility (code) on delete cascade,
    room_ids text[] not null default '{}',
    reason jsonb not null,
    starts_at timestamptz not null,
    ends_at timestamptz,
    announced_at timestamptz not null,
    lifted_at timestamptz,
    provenance jsonb not null,
    constraint closure_ends_after_it_starts check (ends_at is null or ends_at > starts_at)
  )`,
  'create index closure_facility on closure (facility_code, starts_at)',
  'create index closure_starts on closure (starts_at, id)',
  ...followed('closure', 'Closure'),
]);
