import type { EntityManager } from '@mikro-orm/postgresql';

import { type Listing, type Placed, recordsThatFit } from '../listed/listed.repository.js';
import { underNdc } from '../ndc/ndc.repository.js';
import { type Condition, wordConditions } from '../words/words.search.js';
import { ReferenceCase } from './reference-case.entity.js';
import type { ReferenceCaseFilter } from './reference-case.input.js';

/** Where reference cases are kept; they are listed newest first. */
export const caseTable: Listing<ReferenceCase> = { rows: 'reference_case', entity: ReferenceCase };

/** The cases with these ids, in no order. */
export function casesByIds(em: EntityManager, ids: readonly string[]): Promise<ReferenceCase[]> {
  return em.find(ReferenceCase, { id: { $in: [...ids] } });
}

/** Reads up to `limit` cases that fit and were not withdrawn, newest first, after a cursor. */
export function casesThatFit(
  em: EntityManager,
  filter: ReferenceCaseFilter,
  page: { limit: number; after: string | null },
): Promise<Placed<ReferenceCase>[]> {
  const conditions: Condition[] = wordConditions(filter.text);
  if (filter.ndc != null) conditions.push(underNdc(caseTable.rows, filter.ndc));
  if (filter.branchId != null) conditions.push(['t.branch_id = ?', filter.branchId]);
  return recordsThatFit(em, caseTable, { conditions, ...page });
}

/** Cases of a title that one answer lists at most. */
export const mostCasesOfTitle = 20;

/** A case with the ISBN of the source by which it was looked for. */
export interface CitingCase {
  readonly isbn: string;
  readonly node: ReferenceCase;
}

/** For each ISBN up to `mostCasesOfTitle` cases that rest on it, newest first, in one query. */
export async function casesCiting(
  em: EntityManager,
  isbns: readonly string[],
): Promise<CitingCase[]> {
  const rows = await em.execute<{ isbn: string }[]>(
    `select w.isbn, citing.* from jsonb_array_elements_text(?::jsonb) as w(isbn)
     cross join lateral (
       select t.* from reference_case t
       where t.withdrawn_at is null and t.source_isbns @> array[w.isbn]
       order by t.place, t.id limit ${mostCasesOfTitle}
     ) citing
     order by w.isbn, citing.place, citing.id`,
    [JSON.stringify(isbns)],
  );
  return rows.map(({ isbn, ...row }) => ({ isbn, node: em.map(ReferenceCase, row) }));
}
