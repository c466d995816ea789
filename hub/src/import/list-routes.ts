import type { DatasetId } from '@manabi/kit/import/dataset/definition';
import type { ImportRecord } from '@manabi/kit/import/dataset/record';

import { bookSetRows } from './book-set-rows.js';
import { branchRows } from './branch-rows.js';
import { branchServiceRows } from './branch-service-rows.js';
import { copyRows } from './copy-rows.js';
import { digitalItemRows } from './digital-item-rows.js';
import type { ImportPlaces } from './import-places.js';
import { lotteryRows } from './lottery-rows.js';
import { oddsRows } from './odds-rows.js';
import { regularUseRows } from './regular-use-rows.js';
import { roomRows } from './room-rows.js';
import type { OpenRoute, RouteRow } from './list-route.js';
import type { FileSetting } from './routed-row.js';
import { slotRows } from './slot-rows.js';

/** The kinds of list whose registers are read only when such a file comes. */
const lists = {
  room: roomRows,
  'regular-use': regularUseRows,
  'lottery-window': lotteryRows,
  slot: slotRows,
  'lottery-odds': oddsRows,
  'library-branch': branchRows,
  'branch-service': branchServiceRows,
  copy: copyRows,
  'book-set': bookSetRows,
  'digital-item': digitalItemRows,
} satisfies { [Id in DatasetId]?: OpenRoute<Extract<ImportRecord, { kind: Id }>> };

/** The route of a file's rows; undefined for a kind of file that is no such list. */
export async function openRoute(
  places: ImportPlaces,
  setting: FileSetting,
): Promise<RouteRow<ImportRecord> | undefined> {
  const kinds: Partial<Record<DatasetId, OpenRoute<never>>> = lists;
  const open = setting.file.dataset && kinds[setting.file.dataset];
  // Every record of a file is of the kind of the file, of which the route is.
  return (await open?.(places, setting)) as RouteRow<ImportRecord> | undefined;
}
