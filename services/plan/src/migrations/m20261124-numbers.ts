import { migrationStep } from '@manabi/kit/database';

/** SQL of the ages for whom each of the twelve audiences is meant, in years; without an upper end where that is null. */
const audiences = `create table audience_age (
  audience text primary key,
  age_min integer not null,
  age_max integer
)`;

const ages = `insert into audience_age (audience, age_min, age_max) values
  ('INFANT', 0, 5), ('ELEMENTARY', 6, 11), ('JUNIOR_HIGH', 12, 14), ('HIGH_SCHOOL', 15, 17),
  ('YOUTH', 12, 29), ('ADULT', 18, null), ('SENIOR', 65, null), ('WORKER', 18, null),
  ('MEN', 18, null), ('WOMEN', 18, null), ('PARENT_CHILD', 0, 5), ('ANYONE', 0, null)`;

/** What is counted of opportunities: places, applications, for whom, when and where. */
export const numberTables = migrationStep('m20261124-numbers', [
  `alter table opportunity_fact
    add column venue_code text,
    add column capacity integer,
    add column taken integer,
    add column waiting integer,
    add column min_months integer,
    add column max_months integer,
    add column as_of timestamptz`,
  `create index opportunity_fact_venue on opportunity_fact (venue_code)`,
  `create index opportunity_fact_time on opportunity_fact (starts_at)`,
  `alter table record_fact add column area_code text`,
  audiences,
  ages,
  `delete from feed_cursor`,
]);
