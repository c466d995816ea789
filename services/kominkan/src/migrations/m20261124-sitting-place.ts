import { migrationStep } from '@manabi/kit/database';
import { sittingPlaceTable } from '@manabi/kit/sitting-place/sitting-place.tables';

/** Places where one may simply sit, and their feed. */
export const sittingPlaceTables = migrationStep(
  'm20261124-sitting-place',
  sittingPlaceTable('kominkan_sitting_place', 'KominkanSittingPlace'),
);
