import { metresBetweenRows } from '@manabi/kit/distance';
import type { EntityManager } from '@mikro-orm/postgresql';

import { momentOf, oldestCheck } from '../holding/holding.repository.js';
import type { CopyCount } from '../holding/holding.rules.js';
import type { TitleFormat } from '../title/title.entity.js';
import type { SubjectMatch } from './reading-list.entity.js';

/** What a reading list is made for: subjects, a place where it is known, and how many titles. */
export interface ReadingWish {
  /** NDC numbers of the course. */
  readonly ndcs: readonly string[];
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly size: number;
  /** True to leave out what is not on the shelf at that branch, or anywhere without one. */
  readonly onShelf: boolean;
  /** Only titles in one of these forms; in any where null. */
  readonly formats: readonly TitleFormat[] | null;
}

/** One title of a list, with its copies at the branch nearest to the place, or in the city without one. */
export interface ReadingRow extends CopyCount {
  readonly wish: ReadingWish;
  readonly bibId: string;
  readonly branchId: string | null;
  readonly match: SubjectMatch;
  readonly checkedAt: Date | null;
  readonly formats: TitleFormat[];
}

interface FoundRow extends Omit<ReadingRow, 'wish' | 'checkedAt'> {
  readonly at: number;
  readonly checkedAt: number | null;
}

const nearestBranch = `select b.id from library_branch b
  where b.withdrawn_at is null and w.latitude is not null and w.longitude is not null
    and b.latitude is not null and b.longitude is not null
  order by ${metresBetweenRows('w', 'b')}, b.id limit 1`;

/** Titles looked at for one number of a course and one nearness: of a large collection, the newest. */
const newestLookedAt = 1_000;

const newestOf = (depth: string, where: string): string => `(
    select n.bib_id, n.work_key, n.year, ${depth} as depth from title_ndc n
    where ${where} order by n.year desc nulls last, n.bib_id limit ${newestLookedAt})`;

/** A course's number is near to itself, to what stands below and above it, and to its division. */
const nearNumbers = [
  newestOf('0', 'n.ndc = c.ndc'),
  newestOf('1', `n.ndc > c.ndc and n.ndc < c.ndc || ':'`),
  newestOf(
    '1',
    `n.ndc in (select left(c.ndc, longer) from generate_series(2, length(c.ndc) - 1) longer)`,
  ),
  newestOf('2', 'left(n.ndc, 2) = left(c.ndc, 2)'),
].join(' union all ');

const near = `select near.* from unnest(w.ndcs) as c(ndc) cross join lateral (${nearNumbers}) near`;

/**
 * SQL of those near titles that stand on the shelf of the nearest branch, which is looked through once; else anywhere.
 * They are found once: beginning with the shelves, the planner would find them anew for each of these.
 */
const nearOnShelf = `with near as materialized (${near})
  select near.* from near where nearest.id is not null and near.bib_id in (select h.bib_id from holding h
      where h.branch_id = nearest.id and h.status = 'ON_SHELF' and h.withdrawn_at is null)
  union all
  select near.* from near where nearest.id is null and exists (select from holding h
      where h.bib_id = near.bib_id and h.status = 'ON_SHELF' and h.withdrawn_at is null)`;

const titlesBySubject = (titles: string): string =>
  `select near.bib_id, near.work_key, near.year, min(near.depth) as depth
  from (${titles}) near group by near.bib_id, near.work_key, near.year`;

const copiesThere = `select count(*)::int as copies,
    (count(*) filter (where h.status = 'ON_SHELF'))::int as on_shelf,
    (count(*) filter (where h.status = 'UNKNOWN'))::int as unknown,
    ${oldestCheck('h.checked_at')} as checked_at
  from holding h
  where h.bib_id = subject.bib_id and h.withdrawn_at is null and (nearest.id is null or h.branch_id = nearest.id)`;

/** Of several editions of one work the list holds the best; its other forms are told beside it. */
const ranked = (titles: string): string => `select subject.*, there.*,
    row_number() over (partition by subject.work_key
      order by subject.depth, there.on_shelf > 0 desc, there.copies > 0 desc,
        subject.bib_id <> subject.work_key, subject.bib_id) as edition
  from (${titlesBySubject(titles)}) subject
  cross join lateral (${copiesThere}) there
  where w.formats is null or exists (
    select from title x where x.bib_id = subject.bib_id and x.format = any(w.formats))`;

const bestFirst = (of: string): string =>
  `${of}.depth, ${of}.on_shelf > 0 desc, ${of}.copies > 0 desc,
   ${of}.year desc nulls last, ${of}.bib_id`;

const lists = (
  wishes: string,
  titles: string,
): string => `select w.at, nearest.id as "branchId", list.bib_id as "bibId",
    (array['EXACT', 'PREFIX', 'DIVISION'])[list.depth + 1] as match,
    list.copies, list.on_shelf as "onShelf", list.unknown, list.checked_at as "checkedAt",
    array(select distinct e.format from title e
      where e.work_key = list.work_key and e.format is not null and e.withdrawn_at is null order by 1) as formats,
    row_number() over (partition by w.at order by ${bestFirst('list')})::int as place
  from (select * from w where ${wishes}) w
  left join lateral (${nearestBranch}) nearest on true
  cross join lateral (
    select * from (${ranked(titles)}) ranked where edition = 1
    order by ${bestFirst('ranked')} limit w.size
  ) list`;

const statement = `with w as materialized (
    select * from jsonb_to_recordset(?::jsonb)
      as w(at int, ndcs text[], latitude float8, longitude float8, size int, "onShelf" boolean, formats text[])
  )
  select at, "branchId", "bibId", match, copies, "onShelf", unknown, "checkedAt", formats
  from (${lists('not w."onShelf"', near)} union all ${lists('w."onShelf"', nearOnShelf)}) list
  order by at, place`;

/**
 * Makes the reading lists of many wishes in one query: titles by how near their NDC number is, then those on the
 * shelf at the branch nearest to the place, then the newest.
 */
export async function readingLists(
  em: EntityManager,
  wishes: readonly ReadingWish[],
): Promise<ReadingRow[]> {
  const wanted = wishes.map((wish, at) => ({ at, ...wish }));
  const rows = await em.execute<FoundRow[]>(statement, [JSON.stringify(wanted)]);
  return rows.flatMap(({ at, ...row }) => {
    const wish = wishes[at];
    return wish ? [{ ...row, wish, checkedAt: momentOf(row.checkedAt) }] : [];
  });
}
