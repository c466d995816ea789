import { migrationStep } from '@manabi/kit/database';

/** For which moment records of every kind were told; told again from the beginnings of the feeds. */
export const untouchedTables = migrationStep('m20261124-untouched', [
  `alter table record_fact add column as_of timestamptz`,
  `create index record_fact_as_of on record_fact (as_of)`,
  `create index opportunity_fact_as_of on opportunity_fact (as_of)`,
  `delete from feed_cursor`,
]);
