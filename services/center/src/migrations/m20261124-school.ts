import { migrationStep } from '@manabi/kit/database';
import { followed } from '@manabi/kit/feed/feed.tables';

/** What schools ask with: units of lessons, and the places that take classes. */
export const schoolTables = migrationStep('m20261124-school', [
  `create table school_unit (
    id text primary key,
    name jsonb not null,
    summary jsonb,
    grade integer not null check (grade between 1 and 12),
    school_subject text,
    months jsonb not null default '[]',
    withdrawn_at timestamptz,
    provenance jsonb not null,
    subject_keys jsonb not null default '[]'
  )`,
  'create index school_unit_grade on school_unit (grade, id)',
  `create table site_visit (
    id text primary key,
    title jsonb not null,
    summary jsonb,
    grade_from integer check (grade_from between 0 and 12),
    grade_to integer check (grade_to between 0 and 12),
    weekdays jsonb not null default '[]',
    months jsonb not null default '[]',
    capacity integer check (capacity >= 0),
    how_to_apply text,
    confirmed_at timestamptz,
    withdrawn_at timestamptz,
    provenance jsonb not null,
    subject_keys jsonb not null default '[]',
    facility_code text references facility (code) on delete set null,
    cultural_property_code text references cultural_property (code) on delete set null,
    department_code text,
    check (grade_from <= grade_to)
  )`,
  'create index site_visit_facility on site_visit (facility_code)',
  ...followed('school_unit', 'SchoolUnit'),
  ...followed('site_visit', 'SiteVisit'),
]);
