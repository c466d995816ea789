import { migrationStep } from '@manabi/kit/database';

/** What facts are counted by: a row of these that changes moves the counts. */
const counted = ['opportunity_fact', 'measure', 'measure_link', 'measure_rule'];

/**
 * Whoever changes what is counted takes its turn before it holds a row. With the turn taken after the first rows, a
 * feed that changes facts and a list that changes links each waited for what the other held.
 */
export const countTurns = migrationStep('m20261128-turns', [
  `create function offer_turn() returns trigger language plpgsql as $$
  begin
    perform pg_advisory_xact_lock(hashtext('offer_count'));
    return null;
  end $$`,
  ...counted.map(
    (table) => `create trigger ${table}_turn before insert or update or delete on ${table}
      for each statement execute function offer_turn()`,
  ),
]);
