import type { ImportRecord } from '@manabi/kit/import/dataset/record';
import type { RowOutcome } from '@manabi/kit/import/outcome';

import type { ImportPlaces } from './import-places.js';
import type { FileSetting, RoutedRow } from './routed-row.js';

/** Says where a row of one kind of list goes. */
export type RouteRow<Row extends ImportRecord> = (outcome: RowOutcome, record: Row) => RoutedRow;

/** Makes ready to route the rows of one kind of list: reads what they are judged against. */
export type OpenRoute<Row extends ImportRecord> = (
  places: ImportPlaces,
  setting: FileSetting,
) => Promise<RouteRow<Row>>;
