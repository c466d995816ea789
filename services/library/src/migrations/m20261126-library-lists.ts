import { migrationStep } from '@manabi/kit/database';

const known = (table: string): string => `alter table ${table}
  add column withdrawn_at timestamptz,
  add column source_key text unique,
  add column source_hash text`;

/** Files of branches, of their services and of copies are known again when they come next. */
export const libraryLists = migrationStep('m20261126-library-lists', [
  known('library_branch'),
  known('branch_service'),
  known('holding'),
  // Copies are counted from the index alone.
  `drop index holding_title`,
  `create index holding_title on holding (bib_id, branch_id) include (status, checked_at, withdrawn_at)`,
]);
