import { migrationStep } from '@manabi/kit/database';
import { followed } from '@manabi/kit/feed/feed.tables';

import { ndcKept } from './m20261124-reference-cases.js';

/** Sets of books that schools borrow for a unit of lessons. */
export const bookSetTables = migrationStep('m20261124-book-sets', [
  `create table book_set (
    id text primary key,
    name jsonb not null,
    school_subject text,
    unit text,
    grade_from integer check (grade_from between 1 and 12),
    grade_to integer check (grade_to between 1 and 12),
    copies integer check (copies > 0),
    bib_ids text[] not null default '{}',
    loan_days integer check (loan_days > 0),
    bookable_from date,
    bookable_until date,
    how_to_apply text,
    branch_id text references library_branch (id) on delete set null,
    subject_keys jsonb not null default '[]',
    provenance jsonb not null,
    search_text text not null,
    search_grams text[] not null,
    withdrawn_at timestamptz,
    source_key text unique,
    source_hash text,
    place integer not null generated always as (coalesce(grade_from, 99)) stored,
    check (grade_from <= grade_to),
    check (bookable_from <= bookable_until)
  )`,
  `create index book_set_place on book_set (place, id) where withdrawn_at is null`,
  ...ndcKept('book_set'),
  ...followed('book_set', 'BookSet'),
]);
