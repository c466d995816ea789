import { migrationStep } from '@manabi/kit/database';

/** What a list says of a title. */
const said = [
  'isbn',
  'title',
  'author',
  'publisher',
  'year',
  'format',
  'subject_keys',
  'provenance',
  'search_text',
  'search_grams',
] as const;

/** What the catalogue takes over of it. */
const taken = [...said, 'withdrawn_at', 'source_key', 'source_hash'];

const kept = taken.join(', ');

/**
 * The catalogue after some of what lists say of its titles (the transition table `told`) has changed: a title is what
 * the list says that speaks of the latest day, of two the one that spoke last, and it stands while one list names it.
 * What the library entered itself waits behind the lists as a word of its own, without a source.
 */
const tell = `create function title_source_tell() returns trigger language plpgsql as $$
  begin
    if pg_trigger_depth() > 1 then return null; end if;
    insert into title_source (id, bib_id, ${kept})
      select 'own ' || t.bib_id, t.bib_id, ${taken.map((column) => `t.${column}`).join(', ')} from title t
      where t.bib_id in (select bib_id from told) and t.source_key is null and t.withdrawn_at is null
      on conflict (id) do nothing;
    update title t set withdrawn_at = coalesce(t.withdrawn_at, now()), source_key = null, source_hash = null
      from told where t.source_key = told.source_key and t.bib_id <> told.bib_id;
    insert into title (bib_id, ${kept})
      select distinct on (s.bib_id) s.bib_id, ${taken.map((column) => `s.${column}`).join(', ')}
      from title_source s left join told on told.id = s.id
      where s.bib_id in (select bib_id from told) and s.withdrawn_at is null
      order by s.bib_id, s.source_key is null, s.provenance ->> 'asOf' desc, told.id is null, s.id
      on conflict (bib_id) do update set ${taken.map((column) => `${column} = excluded.${column}`).join(', ')}
      where (title.source_key, title.source_hash, title.withdrawn_at)
        is distinct from (excluded.source_key, excluded.source_hash, excluded.withdrawn_at);
    update title t set withdrawn_at = now()
      where t.bib_id in (select bib_id from told) and t.withdrawn_at is null
        and not exists (select from title_source s where s.bib_id = t.bib_id and s.withdrawn_at is null);
    return null;
  end $$`;

const after = (event: 'insert' | 'update'): string =>
  `create trigger title_source_${event} after ${event} on title_source
    referencing new table as told for each statement execute function title_source_tell()`;

/** Several lists may name one title: what each says is kept, and a title that one of them leaves out stands while another names it. */
export const titleSources = migrationStep('m20261127-title-sources', [
  `create table title_source (
    id text primary key,
    bib_id text not null references title (bib_id) on delete cascade deferrable initially deferred,
    isbn text,
    title jsonb not null,
    author jsonb,
    publisher text,
    year integer,
    format text,
    subject_keys jsonb not null,
    provenance jsonb not null,
    search_text text not null,
    search_grams text[] not null,
    withdrawn_at timestamptz,
    source_key text unique,
    source_hash text
  )`,
  `create index title_source_title on title_source (bib_id)`,
  `insert into title_source (id, bib_id, ${kept})
   select bib_id, bib_id, ${kept} from title where source_key is not null`,
  // Deliveries from before can still be undone, and one that was decided can be finished.
  `update delivery_undo set target = 'title_source', before = before || jsonb_build_object('id', id, 'bib_id', id)
   where target = 'title'`,
  `update delivery_row set target = 'title_source', data = data || jsonb_build_object('bib_id', id)
   where target = 'title'`,
  tell,
  after('insert'),
  after('update'),
]);
