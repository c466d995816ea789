import { migrationStep } from '@manabi/kit/database';
import { editionColumns } from '@manabi/kit/opportunity/edition.tables';

/** The edition of each outside offering: how often what is told of it changed. */
export const offeringEditions = migrationStep(
  'm20261126-editions',
  editionColumns('external_offering'),
);
