import { leftOf } from '../proof/offer-view.js';
import type { TestCity } from '../open-test-city.js';

/** Tables in which departments keep numbers of people of what they offer. */
export const offers = [
  ['kominkan', 'course'],
  ['library', 'library_program'],
  ['sports', 'sports_class'],
  ['welfare', 'care_program'],
  ['center', 'external_offering'],
] as const;

const looksTheSame = `${leftOf('t')} is not distinct from ${leftOf('more')}
  and (t.capacity is null or t.taken >= t.capacity) = (more.capacity is null or more.taken >= more.capacity)`;

/** SQL of one more in an activity of each district and group and year whose sums stay in their ten. */
const oneMoreActive = (counted: string): string => `with dated as (
    select *, extract(year from held_on - interval '3 months') as year from community_activity where ${counted} > 0
  ), summed as (
    select id, row_number() over of_district = 1 and row_number() over of_group = 1 as is_first,
      array[${counted}, sum(${counted}) over (partition by district_code, year),
        sum(${counted}) over (partition by group_id, year)] as sums
    from dated window of_district as (partition by district_code, year order by id),
      of_group as (partition by group_id, year order by id)
  )
  update community_activity a set ${counted} = ${counted} + 1 from summed
  where summed.id = a.id and is_first and 9 <> all (select number % 10 from unnest(sums) number)`;

/** What is told to those with a scope alone: who has a room and what for, what was learned of whom, who was referred, how people are reached. */
const toldToSome: readonly (readonly [service: string, statement: string])[] = [
  ['kominkan', `update slot_hold set purpose = coalesce(purpose, '') || '。', group_id = null`],
  ['sports', `update court_hold set purpose = coalesce(purpose, '') || '。', group_id = null`],
  ['welfare', `update practice_note set learned = coalesce(learned, '') || '。'`],
  [
    'welfare',
    `insert into referral select (jsonb_populate_record(r, jsonb_build_object('id', r.id || ' again'))).* from referral r`,
  ],
  ['center', `update person set phone = phone || '1', email = 'x' || email`],
  ['center', `update learning_group set phone = phone || '1', email = 'x' || email`],
];

/**
 * Writes one person more, everywhere at once, into every number that nobody is to learn: who applied and who waits, as
 * long as the steps and tens in which they are told stay the same, who has a day of advice, who asked for assistance, who took
 * part in what learners did, and what departments reported. Settles when all followers know.
 */
export async function onePersonMore(city: TestCity): Promise<void> {
  for (const [service, table] of offers) {
    await city.sql(
      service,
      `update ${table} t set taken = t.taken + 1
       from (select id, capacity, taken + 1 as taken from ${table}) more
       where more.id = t.id and t.taken is not null and ${looksTheSame}`,
    );
    await city.sql(service, `update ${table} set waiting = waiting + 1 where waiting % 10 < 9`);
  }
  await city.sql(
    'center',
    `update experience_session t set taken = t.taken + 1
     from (select id, capacity, taken + 1 as taken from experience_session) more
     where more.id = t.id and ${looksTheSame}`,
  );
  await city.sql(
    'kominkan',
    `with t as (select id, places as capacity, places - places_left as taken from advice_day),
       more as (select id, capacity, taken + 1 as taken from t)
     update advice_day d set places_left = places_left - 1
     from t join more using (id) where t.id = d.id and places_left > 1 and ${looksTheSame}`,
  );
  await city.sql(
    'welfare',
    `update assistants set needed = needed + 1 where available > needed + 1 and coalesce(confirmed, 0) < needed`,
  );
  for (const counted of ['participants', 'helpers']) await city.sql('plan', oneMoreActive(counted));
  await city.sql('plan', `update reported_count set count = count + 1`);
  for (const [service, statement] of toldToSome) await city.sql(service, statement);
  await city.services.catchUp();
}
