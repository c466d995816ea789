import { literal } from '@manabi/kit/postgres/literal';
import type { EntityManager } from '@mikro-orm/postgresql';

import type { IndexRow } from './index-row.rules.js';

/** Whose feed tells, and in which life of its numbering. */
export interface Telling {
  readonly source: string;
  readonly epoch: string;
}

/** Columns that both search tables keep as they are told, with their types. */
const told: Readonly<Record<string, string>> = {
  id: 'text',
  kind: 'text',
  department: 'text',
  starts_sort: 'timestamptz',
  over_at: 'timestamptz',
  ends_at: 'timestamptz',
  times: 'tstzmultirange',
  start_month: 'integer',
  opens_at: 'timestamptz',
  closes_sort: 'timestamptz',
  selection: 'text',
  is_full: 'boolean',
  cancelled: 'boolean',
  audiences: 'integer',
  weekdays: 'integer',
  bands: 'integer',
  slots: 'integer',
  fee: 'text',
  yen: 'integer',
  min_months: 'integer',
  max_months: 'integer',
  venue_code: 'text',
  sample: 'boolean',
};

const asTold = Object.keys(told).join(', ');
const facts = `${asTold}, subjects, categories, indexed_at`;
const replaced = (columns: string) =>
  columns
    .split(', ')
    .filter((column) => column !== 'id')
    .map((column) => `${column} = excluded.${column}`)
    .join(', ');

/**
 * Everything in one statement, so that a page costs one round trip: `kept` are the rows that were not told later
 * already, `shown` those of them that say something new and that a search may find. What says the same as before, as
 * all does that is read again in a new epoch, is only marked as told; it keeps its moment, in a new generation of the
 * index too, and so does what differs in a number of people that nobody is told: who watches the moments of an entry
 * counts no applications.
 */
const takeIn = (rows: string, source: string, epoch: string) => `
  with given as materialized (
    select * from jsonb_to_recordset(${rows}::jsonb) as item (
      ${Object.entries(told)
        .map(([column, type]) => `${column} ${type}`)
        .join(', ')},
      modified bigint, hash text, looks text, data jsonb, withdrawn boolean, subjects text[], subject_keys text, norm text,
      grams text)
  ), classed as materialized (
    select subject_keys, index_categories(subject_keys::jsonb) as categories
    from given group by subject_keys
  ), kept as (
    insert into opportunity_entry as entry (id, source, epoch, modified, kind, hash, looks, data, withdrawn, indexed_at)
    select id, ${source}, ${epoch}, modified, kind, hash, looks, data, withdrawn, coalesce(
      (select known.indexed_at from public.opportunity_entry known
       where known.id = given.id and (known.hash = given.hash or known.looks = given.looks)), now())
    from given order by id
    on conflict (id) do update set source = excluded.source, epoch = excluded.epoch,
      modified = excluded.modified, kind = excluded.kind, hash = excluded.hash, looks = excluded.looks, data = excluded.data,
      withdrawn = excluded.withdrawn, indexed_at = excluded.indexed_at
    where ((entry.source, entry.epoch) is distinct from (excluded.source, excluded.epoch)
      or entry.modified <= excluded.modified)
      and (entry.source = excluded.source or entry.withdrawn or not excluded.withdrawn)
    returning new.id, new.withdrawn, new.indexed_at, old.hash is distinct from new.hash as is_news
  ), shown as materialized (
    select given.*, classed.categories, kept.indexed_at
    from given join kept using (id) join classed using (subject_keys)
    where kept.is_news and not kept.withdrawn
  ), hidden as (
    delete from opportunity_search using kept where kept.withdrawn and kept.id = opportunity_search.id
  ), silenced as (
    delete from opportunity_text using kept where kept.withdrawn and kept.id = opportunity_text.id
  ), searched as (
    insert into opportunity_search (${facts}) select ${facts} from shown
    on conflict (id) do update set ${replaced(facts)}
  )
  insert into opportunity_text (${facts}, norm, grams)
  select ${facts}, norm, string_to_array(grams, ' ') from shown
  on conflict (id) do update set ${replaced(`${facts}, norm, grams`)}`;

/** Takes these rows in; one that was told later already stays as it is. Ids must not repeat. */
export async function takeInRows(
  em: EntityManager,
  { source, epoch }: Telling,
  rows: readonly IndexRow[],
): Promise<void> {
  if (rows.length === 0) return;
  // Megabytes of JSON: the ORM's own quoting, character by character, takes longer than all else here.
  const statement = takeIn(literal(JSON.stringify(rows)), literal(source), literal(epoch));
  await em.execute(statement, [], 'run');
  if (rows.length < fullPage)
    await em.execute(`select gin_clean_pending_list('opportunity_text_grams')`);
}

/** Rows from which on a page is one of many: the index of texts puts them off and sorts them in together, later. */
const fullPage = 500;

/** Drops the opportunities with these ids that this source told. */
export async function dropRows(
  em: EntityManager,
  source: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length > 0)
    await dropEntries(em, 'source = ? and id = any(array[?]::text[])', [source, ids]);
}

/** Drops what this source told in an earlier epoch and did not tell again. */
export async function dropUntold(em: EntityManager, { source, epoch }: Telling): Promise<void> {
  await dropEntries(em, 'source = ? and epoch <> ?', [source, epoch]);
  await em.execute('delete from facility_access where source = ? and epoch <> ?', [source, epoch]);
  await em.execute('delete from childcare_offer where source = ? and epoch <> ?', [source, epoch]);
  await em.execute('delete from sitting_place where source = ? and epoch <> ?', [source, epoch]);
  await em.execute('delete from lottery_window where source = ? and epoch <> ?', [source, epoch]);
}

async function dropEntries(
  em: EntityManager,
  condition: string,
  values: readonly unknown[],
): Promise<void> {
  await em.execute(
    `with gone as (delete from opportunity_entry where ${condition} returning id),
     hidden as (delete from opportunity_search using gone where gone.id = opportunity_search.id)
     delete from opportunity_text using gone where gone.id = opportunity_text.id`,
    [...values],
    'run',
  );
}
