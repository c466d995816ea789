import { migrationStep } from '@manabi/kit/database';

/** Knows of what is offered since when a newer delivery should be there: it is stale from then on. */
export const overdueFacts = migrationStep('m20261126-overdue', [
  'alter table opportunity_fact add column overdue_since timestamptz',
]);
