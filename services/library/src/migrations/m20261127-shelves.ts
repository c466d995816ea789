import { migrationStep } from '@manabi/kit/database';

/** Knows what stands on the shelves of one branch, however many others have copies. */
export const shelves = migrationStep('m20261127-shelves', [
  `create index holding_on_shelf on holding (branch_id, bib_id)
    where status = 'ON_SHELF' and withdrawn_at is null`,
]);
