import { type RawQueryFragment, sql } from '@mikro-orm/core';

/**
 * Whether one can apply at a moment, as SQL on the rows `s` of a search table: the rule of
 * `kit/vocabulary/application-state`, case for case; a test compares the two over all combinations.
 */
export function stateAt(at: Date): RawQueryFragment {
  const moment = sql<RawQueryFragment>`${at.toISOString()}::timestamptz`;
  return sql<RawQueryFragment>`case
    when s.cancelled or s.ends_at < ${moment} then 'CLOSED'
    when s.selection = 'NONE' then 'NO_APPLICATION'
    when s.closes_sort < ${moment} then 'CLOSED'
    when s.opens_at > ${moment} then 'BEFORE'
    when s.opens_at is null and s.closes_sort = 'infinity' then 'UNKNOWN'
    when s.selection = 'LOTTERY' then 'LOTTERY'
    when s.is_full then 'WAITLIST'
    else 'OPEN' end`;
}
