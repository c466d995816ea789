import { migrationStep } from '@manabi/kit/database';

/** Reports of mistakes; no feed tells of them. */
export const correctionTables = migrationStep('m20261124-correction', [
  `create table correction (
    id text primary key,
    kind text not null,
    record_id text not null,
    department text not null,
    field text,
    text text not null,
    status text not null,
    answer text,
    reported_at timestamptz not null,
    decided_at timestamptz
  )`,
  'create index correction_queue on correction (status, reported_at, id)',
]);
