import type { TestCity } from '../open-test-city.js';
import { offers } from './one-more.js';

/** What changes of everything that is offered, one after another. */
const kinds: readonly ((round: number) => string)[] = [
  (round) => `set taken = (${round} * 7 + abs(hashtext(id))) % 60, waiting = ${round} % 23`,
  (round) => `set capacity = 5 + (${round} * 11 + abs(hashtext(id))) % 90`,
  () => `set starts_at = starts_at - interval '1 day', ends_at = ends_at - interval '1 day'`,
  (round) => `set venue_code = null, subject_keys = '[]' where abs(hashtext(id)) % 40 = ${round}`,
  (round) => `set cancelled_at = now() where abs(hashtext(id)) % 60 = ${round}`,
];

/** Changes rows of a table, and counts them. */
const counting = (table: string, change: string): string =>
  `with done as (update ${table} ${change} returning 1) select count(*)::integer as rows from done`;

/**
 * Changes what is offered, who applied, when and where, and what departments reported, until so many changes are made and
 * all followers know; gives their number.
 */
export async function changeMuch(city: TestCity, wanted: number): Promise<number> {
  let made = 0;
  for (let round = 0; made < wanted; round += 1) {
    const change = kinds[round % kinds.length]?.(round) ?? '';
    for (const [service, table] of offers)
      made += await rowsOf(city, service, counting(table, change));
    made += await rowsOf(city, 'plan', counting('reported_count', `set count = count + ${round}`));
  }
  await city.sql('center', `update area set name = name || '{"ja": "改名"}'`);
  await city.services.catchUp();
  return made;
}

async function rowsOf(city: TestCity, service: string, statement: string): Promise<number> {
  const [done] = await city.sql<{ rows: number }>(service, statement);
  return done?.rows ?? 0;
}
