import type { PageOf } from '@manabi/kit/connection/connection-type';
import type { EntityManager } from '@mikro-orm/postgresql';

import { type Listing, type Paged, recordsOfPages } from '../listed/listed.repository.js';
import type { Condition } from '../words/words.search.js';
import { ndcPrefix } from './ndc.rules.js';

/** A condition that holds for rows of a table under an NDC number or one that begins with it; refuses what is no number. */
export function underNdc(table: string, ndc: string): Condition {
  const prefix = ndcPrefix(ndc);
  return [
    `exists (select from record_ndc n where n.kind = '${table}' and n.id = t.id
       and n.ndc >= ? and n.ndc < ? || ':')`,
    prefix,
    prefix,
  ];
}

/** Reads many pages in one query: each the records of a table whose NDC begins with `of`. */
export function recordsOfNdcs<Row extends object>(
  em: EntityManager,
  listing: Listing<Row>,
  pages: readonly PageOf[],
): Promise<Paged<Row>[]> {
  for (const { of } of pages) ndcPrefix(of);
  const match = `exists (select from record_ndc n where n.kind = '${listing.rows}' and n.id = t.id
    and n.ndc >= w.of and n.ndc < w.of || ':')`;
  return recordsOfPages(em, { ...listing, match }, pages);
}
