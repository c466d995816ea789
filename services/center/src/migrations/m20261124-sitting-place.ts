import { migrationStep } from '@manabi/kit/database';

/** The index's copy of the places where one may simply sit; filled again from the feeds when it is dropped. */
export const sittingPlaceTables = migrationStep('m20261124-sitting-place', [
  `create table sitting_place (
    id text primary key,
    source text not null,
    epoch text not null,
    kind text not null,
    facility_code text not null,
    data jsonb not null,
    indexed_at timestamptz not null default now()
  )`,
  `create index sitting_place_facility on sitting_place (facility_code)`,
]);
