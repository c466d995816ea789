import { migrationStep } from '@manabi/kit/database';
import { followed } from '@manabi/kit/feed/feed.tables';

/** SQL that keeps the NDC numbers of a table's records, which have the columns id, subject_keys and withdrawn_at. */
export const ndcKept = (table: string): readonly string[] => [
  `create trigger record_ndc_keep
    after insert or update of subject_keys, withdrawn_at or delete on ${table}
    for each row execute function record_ndc_keep()`,
];

/** Questions that the libraries answered, and the NDC numbers of all records that are no titles. */
export const referenceCaseTables = migrationStep('m20261124-reference-cases', [
  // Prefixes are ranges only where text is ordered by its code points.
  `create table record_ndc (
    kind text not null,
    ndc text collate "C" not null,
    id text not null,
    primary key (kind, ndc, id)
  )`,
  `create index record_ndc_id on record_ndc (kind, id)`,
  `create function record_ndc_keep() returns trigger language plpgsql as $$
    begin
      if tg_op <> 'INSERT' then
        delete from record_ndc where kind = tg_table_name and id = old.id;
      end if;
      if tg_op <> 'DELETE' then
        insert into record_ndc (kind, ndc, id)
          select distinct tg_table_name, key ->> 'code', new.id from jsonb_array_elements(new.subject_keys) key
          where key ->> 'scheme' = 'NDC' and new.withdrawn_at is null;
      end if;
      return null;
    end $$`,
  `create table reference_case (
    id text primary key,
    question jsonb not null,
    answer jsonb not null,
    process text,
    keywords text[],
    answered_on date,
    branch_id text references library_branch (id) on delete set null,
    source_isbns text[] not null default '{}',
    citations text[],
    subject_keys jsonb not null default '[]',
    provenance jsonb not null,
    search_text text not null,
    search_grams text[] not null,
    withdrawn_at timestamptz,
    source_key text unique,
    source_hash text,
    place integer not null generated always as (coalesce(date '3000-01-01' - answered_on, 2000000)) stored
  )`,
  `create index reference_case_place on reference_case (place, id) where withdrawn_at is null`,
  `create index reference_case_text on reference_case using gin (search_text gin_trgm_ops)`,
  `create index reference_case_grams on reference_case using gin (search_grams)`,
  `create index reference_case_sources on reference_case using gin (source_isbns)`,
  ...ndcKept('reference_case'),
  ...followed('reference_case', 'ReferenceCase'),
]);
