import { readCursor, writeCursor } from '@manabi/kit/connection/cursor';
import { readByKeys, readRows } from '@manabi/kit/read-rows';
import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';

import { ndcPrefix } from '../ndc/ndc.rules.js';
import { type Condition, wordConditions } from '../words/words.search.js';
import { Title, type TitleFormat, accessibleFormats } from './title.entity.js';
import type { TitleFilter } from './title.input.js';
import { type TitleFacts, withSearch } from './title.search.js';

/** The titles with these bibliographic ids, in no order. */
export function titlesByBibIds(em: EntityManager, bibIds: readonly string[]): Promise<Title[]> {
  return readByKeys(em, Title, ['bib_id', bibIds]);
}

/** The titles with these ISBNs, in no order. */
export function titlesByIsbns(em: EntityManager, isbns: readonly string[]): Promise<Title[]> {
  return readByKeys(em, Title, ['isbn', isbns]);
}

/** Keeps titles as their department gives them, with the words by which they are found. */
export async function keepTitles(em: EntityManager, titles: readonly TitleFacts[]): Promise<void> {
  await em.upsertMany(
    Title,
    titles.map((title) => withSearch(title)),
    { batchSize: 500 },
  );
}

/** Titles are listed newest first; this is the cursor of one. */
export const titleCursor = ({ year, bibId }: Title): string => writeCursor([year ?? 0, bibId]);

const place = z.tuple([z.int(), z.string()]);
const newestFirst = (table: string) => `coalesce(${table}year, 0) desc, ${table}bib_id`;

/** What is read of a title: all but the words by which it is found. */
const shown: readonly string[] = [
  'bibId',
  'isbn',
  'title',
  'author',
  'publisher',
  'year',
  'pages',
  'format',
  'audiences',
  'editionOf',
  'heritageCodes',
  'subjectKeys',
  'provenance',
  'withdrawnAt',
  'sourceKey',
  'sourceHash',
];

/** Reads up to `limit` titles that fit and were not withdrawn, newest first, after a cursor; to be read only. */
export async function titlesThatFit(
  em: EntityManager,
  filter: TitleFilter,
  { limit, after }: { limit: number; after: string | null },
): Promise<Title[]> {
  const conditions: Condition[] = [['t.withdrawn_at is null'], ...wordConditions(filter.text)];
  if (filter.ndc != null) {
    const ndc = ndcPrefix(filter.ndc);
    conditions.push([
      `exists (select from title_ndc n where n.bib_id = t.bib_id and n.ndc >= ? and n.ndc < ? || ':')`,
      ndc,
      ndc,
    ]);
  }
  if (filter.format != null) conditions.push(['t.format = ?', filter.format]);
  conditions.push(...accessConditions(filter));
  const [ids, ...values] =
    after === null ? walk(conditions, limit) : walkOn(conditions, limit, after);
  return readRows(em, Title, {
    where: `bib_id = any(array(${ids}))`,
    values,
    order: newestFirst(''),
    only: shown,
  });
}

/** SQL of the ids of the first titles that fit, newest first. */
function walk(conditions: readonly Condition[], limit: number): Condition {
  const where = conditions.map(([sql]) => sql).join(' and ');
  return [
    `select t.bib_id from title t where ${where} order by ${newestFirst('t.')} limit ?`,
    ...conditions.flatMap(([, ...values]) => values),
    limit,
  ];
}

/** The same after a cursor: first the rest of its year, then the years before, where that is not enough. */
function walkOn(conditions: readonly Condition[], limit: number, after: string): Condition {
  const [year, bibId] = readCursor(after, place);
  const ofYear: Condition = ['coalesce(t.year, 0) = ? and t.bib_id > ?', year, bibId];
  const before: Condition = ['coalesce(t.year, 0) < ?', year];
  const [rest, ...restValues] = walk([...conditions, ofYear], limit);
  const [older, ...olderValues] = walk([...conditions, before], limit);
  return [
    `select bib_id from ((${rest}) union all (${older})) walked limit ?`,
    ...restValues,
    ...olderValues,
    limit,
  ];
}

function accessConditions({ formats, accessible, onShelfAt }: TitleFilter): Condition[] {
  const conditions: Condition[] = [];
  if (formats != null) conditions.push(inForms(formats));
  if (accessible) conditions.push(inForms(accessibleFormats));
  if (onShelfAt != null)
    conditions.push([
      `exists (select from holding h
         where h.bib_id = t.bib_id and h.branch_id = ? and h.status = 'ON_SHELF'
           and h.withdrawn_at is null)`,
      onShelfAt,
    ]);
  return conditions;
}

const inForms = (formats: readonly TitleFormat[]): Condition => [
  't.format in (select jsonb_array_elements_text(?::jsonb))',
  JSON.stringify(formats),
];

/** One page of the titles under one NDC number. */
export interface TitlesOfNdc {
  readonly of: string;
  readonly size: number;
  readonly after: string | null;
}

/** A title with the page on which it stands. */
export interface PagedTitle {
  readonly page: TitlesOfNdc;
  readonly title: Title;
}

/** A title with two numbers in one division stands there twice, next to itself. */
const newestOfDivision = `select distinct n.year, n.bib_id from title_ndc n
  where left(n.ndc, 2) = division and n.ndc >= w.ndc and n.ndc < w.ndc || ':'
    and (w.id is null or (coalesce(n.year, 0) <= w.year
      and (coalesce(n.year, 0) < w.year or n.bib_id > w.id)))
  order by n.year desc nulls last, n.bib_id limit w.size`;

/** The divisions, by which titles are found newest first, that a number lies in: a main class has ten. */
const divisionsOf = (ndc: string): string[] =>
  ndc.length > 1
    ? [ndc.slice(0, 2)]
    : [ndc, ...Array.from({ length: 10 }, (_, place) => `${ndc}${place}`)];

/** Reads many pages in one query: each up to `size + 1` titles whose NDC begins with `of`, newest first. */
export async function titlesOfNdcs(
  em: EntityManager,
  pages: readonly TitlesOfNdc[],
): Promise<PagedTitle[]> {
  const wanted = pages.map(({ of, size, after }, page) => {
    const [year, id] = after === null ? [null, null] : readCursor(after, place);
    const ndc = ndcPrefix(of);
    return { page, ndc, divisions: divisionsOf(ndc), size: size + 1, year, id };
  });
  const rows = await em.execute<{ page: number }[]>(
    `select w.page, t.*
     from jsonb_to_recordset(?::jsonb)
       as w(page int, ndc text, divisions text[], size int, year int, id text)
     cross join lateral (
       select distinct newest.year, newest.bib_id
       from unnest(w.divisions) division cross join lateral (${newestOfDivision}) newest
       order by newest.year desc nulls last, newest.bib_id limit w.size
     ) listed
     join title t on t.bib_id = listed.bib_id
     order by w.page, ${newestFirst('t.')}`,
    [JSON.stringify(wanted)],
  );
  return rows.flatMap(({ page: at, ...row }) => {
    const page = pages[at];
    return page ? [{ page, title: em.map(Title, row) }] : [];
  });
}
