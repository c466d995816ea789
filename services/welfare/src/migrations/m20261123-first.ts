import { migrationStep } from '@manabi/kit/database';
import { deliveryTables } from '@manabi/kit/delivery/delivery.tables';
import { feedTables, followed } from '@manabi/kit/feed/feed.tables';
import { opportunityTable } from '@manabi/kit/opportunity/opportunity.tables';

/** The first tables of welfare, child care and health, and their feed. */
export const firstTables = migrationStep('m20261123-first', [
  ...feedTables,
  ...deliveryTables,
  ...opportunityTable('care_program', ['kind text', "occurrences jsonb not null default '[]'"]),
  `create table facility_access (
    facility_code text primary key,
    items jsonb not null default '[]',
    note text,
    provenance jsonb
  )`,
  `create table childcare_session (
    id text primary key,
    opportunity_id text not null,
    facility_code text,
    starts_at timestamptz not null,
    ends_at timestamptz not null check (ends_at >= starts_at),
    places integer check (places >= 0),
    places_left integer check (places_left >= 0),
    min_months integer,
    max_months integer,
    fee_yen integer check (fee_yen >= 0),
    provenance jsonb not null,
    check (places_left <= places),
    check (min_months <= max_months)
  )`,
  `create index childcare_session_opportunity on childcare_session (opportunity_id, starts_at)`,
  `create index childcare_session_facility on childcare_session (facility_code, starts_at, id)`,
  ...followed('care_program', 'CareProgram'),
  ...followed('facility_access', 'FacilityAccess', 'facility_code'),
  ...followed('childcare_session', 'ChildcareSession'),
]);
