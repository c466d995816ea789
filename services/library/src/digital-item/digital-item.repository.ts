import type { PageOf } from '@manabi/kit/connection/connection-type';
import type { EntityManager } from '@mikro-orm/postgresql';

import {
  type Listing,
  type Paged,
  type Placed,
  recordsOfPages,
  recordsThatFit,
} from '../listed/listed.repository.js';
import { underNdc } from '../ndc/ndc.repository.js';
import { type Condition, wordConditions } from '../words/words.search.js';
import { DigitalItem } from './digital-item.entity.js';
import type { DigitalItemFilter } from './digital-item.input.js';

/** Where digitised items are kept; they are listed oldest first, those of no known year last. */
export const itemTable: Listing<DigitalItem> = { rows: 'digital_item', entity: DigitalItem };

/** The items with these ids, in no order. */
export function itemsByIds(em: EntityManager, ids: readonly string[]): Promise<DigitalItem[]> {
  return em.find(DigitalItem, { id: { $in: [...ids] } });
}

/** Reads up to `limit` items that fit and were not withdrawn, oldest first, after a cursor. */
export function itemsThatFit(
  em: EntityManager,
  filter: DigitalItemFilter,
  page: { limit: number; after: string | null },
): Promise<Placed<DigitalItem>[]> {
  const conditions: Condition[] = wordConditions(filter.text);
  if (filter.ndc != null) conditions.push(underNdc(itemTable.rows, filter.ndc));
  if (filter.kind != null) conditions.push(['t.kind = ?', filter.kind]);
  if (filter.rights != null) conditions.push(['t.rights = ?', filter.rights]);
  if (filter.culturalPropertyCode != null)
    conditions.push(['t.heritage_codes @> array[?]::text[]', filter.culturalPropertyCode]);
  return recordsThatFit(em, itemTable, { conditions, ...page });
}

/** Reads many pages in one query: each the items that show or tell of the cultural property `of`. */
export const itemsOfProperties = (
  em: EntityManager,
  pages: readonly PageOf[],
): Promise<Paged<DigitalItem>[]> =>
  recordsOfPages(em, { ...itemTable, match: 't.heritage_codes @> array[w.of]' }, pages);
