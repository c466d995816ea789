import { migrationStep } from '@manabi/kit/database';
import { followed } from '@manabi/kit/feed/feed.tables';

/** Experience programmes, and the times at which they are held; supporters are promised to these. */
export const experienceTables = migrationStep('m20261124-experience', [
  `create table experience_program (
    id text primary key,
    title jsonb not null,
    summary jsonb,
    kind text,
    grade_from integer check (grade_from between 0 and 12),
    grade_to integer check (grade_to between 0 and 12),
    seasons text[] not null default '{}',
    fee_yen integer check (fee_yen >= 0),
    how_to_apply text,
    url text,
    confirmed_at timestamptz,
    withdrawn_at timestamptz,
    provenance jsonb not null,
    subject_keys jsonb not null default '[]',
    venue_code text references facility (code) on delete set null,
    department_code text,
    check (grade_from <= grade_to)
  )`,
  'create index experience_program_subject on experience_program using gin (subject_keys jsonb_path_ops)',
  'create index experience_program_seasons on experience_program using gin (seasons)',
  `create table experience_session (
    id text primary key,
    program_id text not null references experience_program (id) on delete cascade,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    capacity integer check (capacity >= 0),
    taken integer check (taken >= 0),
    supporters_needed integer not null default 0 check (supporters_needed >= 0),
    cancelled_at timestamptz,
    check (starts_at < ends_at)
  )`,
  'create index experience_session_program on experience_session (program_id, starts_at, id)',
  `alter table assignment add constraint assignment_session
    foreign key (session_id) references experience_session (id) on delete cascade`,
  ...followed('experience_program', 'ExperienceProgram'),
  ...followed('experience_session', 'ExperienceProgram', 'program_id'),
]);
