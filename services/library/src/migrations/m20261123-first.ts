import { migrationStep } from '@manabi/kit/database';
import { deliveryTables } from '@manabi/kit/delivery/delivery.tables';
import { feedTables, followed } from '@manabi/kit/feed/feed.tables';
import { opportunityTable } from '@manabi/kit/opportunity/opportunity.tables';

/** The first tables of the libraries, and their feed. */
export const firstTables = migrationStep('m20261123-first', [
  `create extension if not exists pg_trgm`,
  ...feedTables,
  ...deliveryTables,
  `create table library_branch (
    id text primary key,
    name jsonb not null,
    facility_code text not null unique,
    phone text,
    url text,
    hours jsonb not null default '[]',
    hours_note text,
    pickup_shelf text,
    reading_room text,
    accessible_service text,
    latitude double precision,
    longitude double precision,
    provenance jsonb not null
  )`,
  `create table title (
    bib_id text primary key,
    isbn text unique,
    title jsonb not null,
    author jsonb,
    publisher text,
    year integer,
    pages integer,
    format text,
    edition_of text,
    audiences text[],
    subject_keys jsonb not null default '[]',
    provenance jsonb not null,
    search_text text not null,
    search_grams text[] not null,
    withdrawn_at timestamptz,
    source_key text unique,
    source_hash text,
    work_key text not null generated always as (coalesce(edition_of, bib_id)) stored
  )`,
  `create index title_newest on title ((coalesce(year, 0)) desc, bib_id)
    where withdrawn_at is null`,
  `create index title_work on title (work_key)`,
  `create index title_text on title using gin (search_text gin_trgm_ops)`,
  `create index title_grams on title using gin (search_grams)`,
  // Titles that were not withdrawn. Prefixes are ranges only where text is ordered by its code points. The copies of work and year spare reading
  // lists a look at every title of a division.
  `create table title_ndc (
    bib_id text not null references title (bib_id) on delete cascade,
    ndc text collate "C" not null,
    work_key text not null,
    year integer,
    primary key (ndc, bib_id) include (work_key, year)
  )`,
  `create index title_ndc_title on title_ndc (bib_id)`,
  `create function title_ndc_keep() returns trigger language plpgsql as $$
    begin
      delete from title_ndc where bib_id = new.bib_id;
      insert into title_ndc (bib_id, ndc, work_key, year)
        select distinct new.bib_id, key ->> 'code', new.work_key, new.year from jsonb_array_elements(new.subject_keys) key
        where key ->> 'scheme' = 'NDC' and new.withdrawn_at is null;
      return null;
    end $$`,
  `create trigger title_ndc_keep after insert or update of subject_keys, edition_of, year, withdrawn_at on title
    for each row execute function title_ndc_keep()`,
  `create table holding (
    id text primary key,
    bib_id text not null references title (bib_id) on delete cascade,
    branch_id text not null references library_branch (id) on delete cascade,
    status text not null,
    due_on date,
    call_number text,
    checked_at timestamptz
  )`,
  `create index holding_title on holding (bib_id, branch_id) include (status, checked_at)`,
  ...opportunityTable('library_program', ['kind text', "occurrences jsonb not null default '[]'"]),
  ...followed('library_program', 'LibraryProgram'),
]);
