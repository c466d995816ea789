import { migrationStep } from '@manabi/kit/database';
import { editionColumns } from '@manabi/kit/opportunity/edition.tables';

/** The edition of each programme: how often what is told of it changed. */
export const programEditions = migrationStep(
  'm20261126-editions',
  editionColumns('library_program'),
);
