import { migrationStep } from '@manabi/kit/database';
import { followed } from '@manabi/kit/feed/feed.tables';

import { ndcKept } from './m20261124-reference-cases.js';

/** Digitised items, and which of them and of the titles tell of a cultural property. */
export const localMaterialTables = migrationStep('m20261124-local-materials', [
  `alter table title add column heritage_codes text[] not null default '{}'`,
  `create index title_heritage on title using gin (heritage_codes) where heritage_codes <> '{}'`,
  `create table digital_item (
    id text primary key,
    kind text,
    title jsonb not null,
    creator jsonb,
    description jsonb,
    made_in text,
    year integer,
    rights text,
    rights_note text,
    url text,
    image_url text,
    branch_id text references library_branch (id) on delete set null,
    heritage_codes text[] not null default '{}',
    subject_keys jsonb not null default '[]',
    provenance jsonb not null,
    search_text text not null,
    search_grams text[] not null,
    withdrawn_at timestamptz,
    source_key text unique,
    source_hash text,
    place integer not null generated always as (coalesce(year, 9999)) stored
  )`,
  `create index digital_item_place on digital_item (place, id) where withdrawn_at is null`,
  `create index digital_item_text on digital_item using gin (search_text gin_trgm_ops)`,
  `create index digital_item_grams on digital_item using gin (search_grams)`,
  `create index digital_item_heritage on digital_item using gin (heritage_codes)`,
  ...ndcKept('digital_item'),
  ...followed('digital_item', 'DigitalItem'),
]);
