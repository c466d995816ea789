import { migrationStep } from '@manabi/kit/database';

/** Knows whether anybody can see that an entry changed: one person more who applied is nobody's news. */
export const entryLooks = migrationStep('m20261126-looks', [
  'alter table opportunity_entry add column looks text',
]);
