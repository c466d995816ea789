import { columnsOfList } from '../list/list-columns.js';
import { type ListId, lists } from '../list/lists.js';
import type { DatasetColumns, DatasetId } from './definition.js';
import { deskColumns, groupColumns, personColumns } from './entry.columns.js';
import { eventColumns } from './event.columns.js';
import { populationColumns, titleColumns } from './other.columns.js';
import {
  bookSetColumns,
  branchColumns,
  branchServiceColumns,
  copyColumns,
  digitalItemColumns,
} from './library.columns.js';
import { reportedCountColumns } from './reported-count.columns.js';
import { referenceCaseColumns } from './reference-case.columns.js';
import {
  lotteryOddsColumns,
  lotteryWindowColumns,
  regularUseColumns,
  roomColumns,
  slotColumns,
} from './room.columns.js';
import {
  childcareColumns,
  culturalPropertyColumns,
  evacuationSiteColumns,
  facilityColumns,
} from './places.columns.js';

const listed: readonly DatasetColumns[] = Object.entries(lists).map(([id, list]) =>
  // The entries of the table of lists have its keys.
  columnsOfList(id as ListId, list),
);

/** Every kind of file that can be read; of two that fit alike the earlier is taken. */
export const datasets: readonly DatasetColumns[] = [
  childcareColumns,
  culturalPropertyColumns,
  evacuationSiteColumns,
  eventColumns,
  populationColumns,
  titleColumns,
  referenceCaseColumns,
  roomColumns,
  regularUseColumns,
  lotteryWindowColumns,
  slotColumns,
  lotteryOddsColumns,
  branchColumns,
  branchServiceColumns,
  copyColumns,
  bookSetColumns,
  digitalItemColumns,
  reportedCountColumns,
  personColumns,
  groupColumns,
  deskColumns,
  ...listed,
  facilityColumns,
];

/** The Japanese name of a kind of file. */
export function datasetTitle(id: DatasetId): string {
  return datasets.find((dataset) => dataset.id === id)?.title ?? id;
}
