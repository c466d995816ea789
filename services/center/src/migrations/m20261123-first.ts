// A table: the first tables of the learning information centre.
import { migrationStep } from '@manabi/kit/database';
import { feedTables, followed } from '@manabi/kit/feed/feed.tables';
import { opportunityTable } from '@manabi/kit/opportunity/opportunity.tables';

/** The registers of the learning information centre, and their feed. */
export const firstTables = migrationStep('m20261123-first', [
  ...feedTables,
  `create table department (
    code text primary key,
    name jsonb not null,
    service text,
    phone text,
    url text,
    provenance jsonb not null
  )`,
  `create table school_district (
    code text primary key,
    name jsonb not null,
    school_code text,
    provenance jsonb not null
  )`,
  `create table area (
    code text primary key,
    name jsonb not null,
    town text,
    chome integer,
    point jsonb,
    school_district_code text references school_district (code) on delete set null,
    provenance jsonb not null
  )`,
  `create index area_school_district on area (school_district_code)`,
  `create table facility (
    code text primary key,
    name jsonb not null,
    aliases text[],
    type text,
    poi_code text,
    address jsonb,
    point jsonb,
    phone text,
    url text,
    status text,
    disaster_role jsonb,
    hours jsonb,
    closed_days jsonb,
    hours_note text,
    rooms jsonb,
    withdrawn_at timestamptz,
    replaced_by text,
    provenance jsonb not null,
    area_code text references area (code) on delete set null,
    department_code text,
    source_key text unique,
    source_hash text
  )`,
  `create index facility_area on facility (area_code, code)`,
  `create index facility_type on facility (type, code)`,
  ...opportunityTable('external_offering', [
    `occurrences jsonb default '[]'`,
    'provider text',
    'at_own_responsibility boolean default true',
  ]),
  ...followed('facility', 'Facility', 'code'),
  ...followed('external_offering', 'ExternalOffering'),
]);
