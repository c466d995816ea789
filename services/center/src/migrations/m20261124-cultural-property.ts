import { migrationStep } from '@manabi/kit/database';
import { followed } from '@manabi/kit/feed/feed.tables';

/** The register of cultural properties, filled from 文化財一覧 or by hand. */
export const culturalPropertyTables = migrationStep('m20261124-cultural-property', [
  `create table cultural_property (
    code text primary key,
    name jsonb not null,
    designations text[],
    category text,
    place_name text,
    address jsonb,
    point jsonb,
    designated_on date,
    quantity text,
    owner text,
    summary jsonb,
    description jsonb,
    hours jsonb,
    hours_note text,
    phone text,
    url text,
    withdrawn_at timestamptz,
    provenance jsonb not null,
    subject_keys jsonb not null default '[]',
    area_code text references area (code) on delete set null,
    facility_code text references facility (code) on delete set null,
    source_key text unique,
    source_hash text
  )`,
  `create index cultural_property_subject on cultural_property using gin (subject_keys jsonb_path_ops)`,
  `create index cultural_property_facility on cultural_property (facility_code, code)`,
  `create index cultural_property_area on cultural_property (area_code, code)`,
  ...followed('cultural_property', 'CulturalProperty', 'code'),
]);
