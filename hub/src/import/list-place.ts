import type { DeliveryTarget } from '@manabi/kit/delivery/delivery.target';
import type { ListId, ListedAs } from '@manabi/kit/import/list/lists';

import type { ListRow, PlacedRow } from './list-row.js';

/** What becomes of a list: the tables that it fills by service, and the rows of one line. */
export interface ListPlace<Id extends ListId> {
  readonly targets: Readonly<Record<string, readonly DeliveryTarget[]>>;
  rows(record: ListedAs<Id>, row: ListRow): PlacedRow[];
}

/** The same for several lists. */
export type ListPlaces<Ids extends ListId> = { readonly [Id in Ids]: ListPlace<Id> };
