import { migrationStep } from '@manabi/kit/database';

/** The circle with which something was learned, where its owner kept that too. */
export const circleRecord = migrationStep('m20261124-circle-record', [
  'alter table learning_record add column group_id text',
]);
