// A table: the tables of the index. All of them can be dropped and filled again from the feeds.
import { migrationStep } from '@manabi/kit/database';
import { followerTable } from '@manabi/kit/feed/feed.follow';

/** What a search asks of an opportunity beside its text; kept twice, once narrow and once beside the text. */
const facts = `
  id text primary key,
  kind text not null,
  department text not null,
  starts_sort timestamptz not null,
  over_at timestamptz not null,
  ends_at timestamptz,
  times tstzmultirange not null,
  start_month integer,
  opens_at timestamptz,
  closes_sort timestamptz not null,
  selection text,
  is_full boolean not null,
  cancelled boolean not null,
  audiences integer not null,
  categories integer not null,
  subjects text[] not null,
  weekdays integer not null,
  bands integer not null,
  slots integer not null,
  fee text not null,
  yen integer,
  min_months integer,
  max_months integer,
  venue_code text,
  sample boolean not null,
  indexed_at timestamptz not null`;

/** The orders of a search; each index also tells what is over, so that a walk steps over the past without reading it. */
const walks = (table: string): string[] => [
  `create index ${table}_starts on ${table} (starts_sort, id, over_at)`,
  `create index ${table}_closes on ${table} (closes_sort, id, over_at)`,
  `create index ${table}_recent on ${table} (indexed_at, id, over_at)`,
  `create index ${table}_venue on ${table} (venue_code, id)`,
];

/**
 * The classes of the Ministry of Education to which subjects lead, as bits: its own codes as they are, an NDC class
 * by the longest class above it that the register knows. Other schemes lead nowhere: they are never merged.
 */
const indexCategories = `create function index_categories(keys jsonb) returns integer
  language plpgsql stable as $$
  begin
    return (
      select coalesce(bit_or(1 << (mext.code::integer - 1)), 0)
      from jsonb_to_recordset(keys) as key (scheme text, code text)
      cross join lateral (
        select case when key.scheme = 'MEXT' then key.code else (
          select subject.mext_code from subject
          where subject.scheme = key.scheme and subject.mext_code is not null
            and starts_with(key.code, subject.code)
          order by length(subject.code) desc limit 1
        ) end as code
      ) mext where mext.code ~ '^[1-9]$'
    );
  end $$`;

/** A register of subjects that changes moves the opportunities to their new classes. */
const recategorise = [
  `create function index_recategorise() returns trigger language plpgsql as $$
  begin
    create temporary table index_moved on commit drop as
      select entry.id, index_categories(entry.data -> 'subjectKeys') as categories
      from opportunity_entry entry join opportunity_search search using (id)
      where search.categories <> index_categories(entry.data -> 'subjectKeys');
    update opportunity_search s set categories = m.categories from index_moved m where m.id = s.id;
    update opportunity_text s set categories = m.categories from index_moved m where m.id = s.id;
    drop table index_moved;
    return null;
  end $$`,
  `create trigger index_recategorise after insert or update or delete on subject
    for each statement execute function index_recategorise()`,
];

/** The index of everything that any department offers, and what it has read of each. */
export const indexTables = migrationStep('m20261123-index', [
  followerTable,
  indexCategories,
  `create table opportunity_entry (
    id text primary key,
    source text not null,
    epoch text not null,
    modified bigint not null,
    kind text not null,
    hash text not null,
    data jsonb not null,
    withdrawn boolean not null,
    indexed_at timestamptz not null
  )`,
  'create index opportunity_entry_source on opportunity_entry (source, epoch)',
  `create table opportunity_search (${facts})`,
  ...walks('opportunity_search'),
  `create table opportunity_text (${facts}, norm text not null, grams text[] storage external not null)`,
  ...walks('opportunity_text'),
  'create index opportunity_text_grams on opportunity_text using gin (grams) with (gin_pending_list_limit = 32768)',
  `create table facility_access (
    id text primary key,
    source text not null,
    epoch text not null,
    facility_code text not null,
    items jsonb not null
  )`,
  `create table childcare_offer (
    id text primary key,
    source text not null,
    epoch text not null,
    opportunity_id text not null,
    places integer,
    places_left integer,
    min_months integer,
    max_months integer
  )`,
  'create index childcare_offer_opportunity on childcare_offer (opportunity_id)',
  ...recategorise,
  `create table index_fault (
    source text not null,
    id text not null,
    message text not null,
    at timestamptz not null,
    primary key (source, id)
  )`,
]);
