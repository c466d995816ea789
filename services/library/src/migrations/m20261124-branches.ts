import { migrationStep } from '@manabi/kit/database';

/** Days on which branches are closed, and what they do for readers who cannot come or cannot read print. */
export const branchTables = migrationStep('m20261124-branches', [
  `alter table library_branch add column closed_days jsonb not null default '[]'`,
  `create index holding_pickup on holding (branch_id) where status = 'RESERVED'`,
  `create table branch_service (
    id text primary key,
    branch_id text not null references library_branch (id) on delete cascade,
    kind text not null,
    offered text not null,
    for_whom jsonb,
    how_to_use jsonb,
    booking text,
    fee_yen integer check (fee_yen >= 0),
    provenance jsonb not null,
    unique (branch_id, kind)
  )`,
]);
