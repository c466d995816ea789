import { migrationStep } from '@manabi/kit/database';

/** When opportunities take place, as pairs of seconds since 1970; told again from the beginnings of the feeds. */
export const timeTables = migrationStep('m20261124-times', [
  `alter table opportunity_fact add column times jsonb not null default '[]'`,
  `create index opportunity_fact_name on opportunity_fact (label, starts_at)`,
  `delete from feed_cursor`,
]);
