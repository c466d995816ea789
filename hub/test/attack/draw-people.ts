import type { TestCity } from '../open-test-city.js';
import { offers } from './one-more.js';

/** Draws who applied, waited and came anew in a whole city, the same for the same seed, and forgets every snapshot. */
export async function drawPeople(city: TestCity, seed: number): Promise<void> {
  for (const [service, table] of offers)
    await city.sql(
      service,
      `with drawn as (select id, abs(hashtext(id || $1)) as draw from ${table})
       update ${table} t set
         capacity = case when draw % 7 = 0 then null else 5 + draw % 90 end,
         taken = case when draw % 7 = 0 then draw % 40
           else least(5 + draw % 90, case when draw % 3 = 0 then draw / 7 % 12 else draw / 7 % 110 end) end,
         waiting = case when draw % 7 > 0 and draw / 7 % 110 > 5 + draw % 90 then draw / 11 % 30 else 0 end
       from drawn where drawn.id = t.id`,
      [String(seed)],
    );
  await city.sql(
    'plan',
    `update reported_count set count = case when abs(hashtext(id || $1)) % 3 = 0
       then abs(hashtext(id || $1)) / 3 % 14 else abs(hashtext(id || $1)) / 3 % 240 end`,
    [String(seed)],
  );
  for (const table of [
    'reader',
    'release',
    'cell',
    'atom',
    'period',
    'resident',
    'count',
    'snapshot',
  ])
    await city.sql('plan', `delete from statistic_${table}`);
  await city.services.catchUp();
}
