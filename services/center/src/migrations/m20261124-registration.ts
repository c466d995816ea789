import { migrationStep } from '@manabi/kit/database';

/** What residents ask to be entered in the registers, and whose entry an entry is. */
export const registrationTables = migrationStep('m20261124-registration', [
  `create table registration (
    id text primary key,
    kind text not null check (kind in ('PERSON', 'GROUP')),
    status text not null default 'WAITING' check (status in ('WAITING', 'APPROVED', 'DECLINED')),
    received_at timestamptz not null,
    decided_at timestamptz,
    entry_id text,
    account text not null,
    details jsonb
  )`,
  'create index registration_status on registration (status, id)',
  `create unique index registration_one_waiting on registration (account, kind) where status = 'WAITING'`,
  'alter table person add account text',
  'create unique index person_account on person (account) where withdrawn_at is null',
  'alter table learning_group add account text',
]);
