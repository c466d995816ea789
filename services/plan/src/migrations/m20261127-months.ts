import { migrationStep } from '@manabi/kit/database';

/** Knows the first and the last month of a snapshot without reading all that it counts. */
export const snapshotMonths = migrationStep('m20261127-months', [
  `create index statistic_count_month on statistic_count (snapshot, month)`,
]);
