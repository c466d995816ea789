import type { Caller } from '@manabi/kit/context';
import { type TestService, openTestService } from '@manabi/kit/testing/test-service';
import { Audience } from '@manabi/kit/vocabulary/audience';
import { expect, test, vi } from 'vitest';

import { aLink, aMeasure, aRule } from '../measure/measure.builder.js';
import { MeasureLevel } from '../measure/measure.entity.js';
import { aCount } from '../population/population.builder.js';
import { aRecord } from '../record/record-fact.builder.js';
import { plan } from '../service.js';
import { aFact } from './fact.builder.js';
import { OpportunityFact } from './fact.entity.js';

const analyst: Caller = { role: 'analyst', subject: 'analyst', scopes: ['plan.statistics'] };

const line = `{ code opportunities { value } seats attendees { value } waiting { value } emptySeats }`;
const asked = `query ($measures: [_Any!]!, $districts: [_Any!]!, $scope: StatisticScope, $period: MeasurePeriod) {
  weekPartSupply(scope: $scope) { audience band opportunities { value } }
  venueAccess(scope: $scope) { venues { value } unknown { value } }
  participationByCategory(scheme: "SURVEY", scope: $scope) ${line}
  _entities(representations: $measures) { ... on Measure {
    coverage(period: $period) { opportunities { value } sample { value } departments { code: department { code } opportunities { value } } }
    participation(scope: $scope) { total ${line} departments ${line} categories ${line} } } }
  places: _entities(representations: $districts) { ... on SchoolDistrict {
    supply(ageBand: "6-14", scope: $scope) { unknownAudience { value } categories { code opportunities { value } seats } } } } }`;

const keys = {
  measures: ['1', '1-1', '1-2'].map((code) => ({ __typename: 'Measure', code })),
  districts: ['D01', 'D02'].map((code) => ({ __typename: 'SchoolDistrict', code })),
};

/** What is kept of everything, and what is read from the facts, which all take place within some centuries. */
async function keptAndRead(service: TestService, countSamples: boolean): Promise<unknown[]> {
  const period = { from: '1900-01-01T00:00:00Z', to: '2200-01-01T00:00:00Z' };
  const answers = [];
  for (const within of [undefined, period]) {
    const scope = { countSamples, ...(within && { period: within }) };
    const { data, errors } = await service.ask(asked, { ...keys, scope, period: within }, analyst);
    expect(errors).toEqual([]);
    answers.push(data);
  }
  return answers;
}

/** Numbers that look like chance and are the same each time: below `end`. */
function chances(seed: number): (end: number) => number {
  let state = seed;
  return (end) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * end);
  };
}

function anyFact(below: (end: number) => number): OpportunityFact {
  const often = (value: number) => (below(4) === 0 ? null : value);
  const startsAt = new Date(Date.UTC(2026, 9, 1 + below(7), 3 * below(8)));
  const seconds = startsAt.getTime() / 1000;
  return aFact({
    opportunityId: `offer-${below(40)}`,
    department: ['kominkan', 'sports'][below(2)] ?? '',
    kind: ['Course', 'SportsClass'][below(2)] ?? '',
    sample: below(2) === 0,
    label: ['陶芸', '水泳'][below(2)] ?? '',
    venueCode: below(6) === 0 ? null : `house-${below(4)}`,
    audiences: Object.values(Audience).filter(() => below(8) === 0),
    minMonths: often(below(300)),
    maxMonths: often(300 + below(600)),
    subjectKeys: ['1', '2', '3']
      .filter(() => below(2) === 0)
      .map((code) => ({ scheme: 'SURVEY', code })),
    capacity: often(below(40)),
    taken: often(below(40)),
    waiting: often(below(9)),
    startsAt,
    asOf: below(4) === 0 ? null : new Date(Date.UTC(2026, below(9), 1)),
    overdueSince: below(4) ? null : startsAt,
    endsAt: below(5) === 0 ? null : new Date((seconds + 7_200) * 1000),
    times: Array.from({ length: below(4) }, (_, at): [number, number] => [
      seconds + at * 50_000,
      seconds + at * 50_000 + 3_600,
    ]),
    cancelledAt: below(6) === 0 ? startsAt : null,
    withdrawnAt: below(8) === 0 ? startsAt : null,
  });
}

/** What is known of how good records are, by department and moment: from the facts, and as it is kept. */
const recorded = `select department, as_of, overdue_since, count(*)::int as records, (count(*) filter (where doubled))::int as doubled
  from (select f.*, count(*) over (partition by label, starts_at, venue_code) > 1 and label is not null as doubled
    from opportunity_fact f where withdrawn_at is null and (? or not sample)) f
  group by 1, 2, 3 order by 1, 2, 3`;

const kept = `select t.department, t.as_of, t.overdue_since, t.records, (select count(*)::int from (
    select d.*, count(*) over (partition by name) as alike from doubled_offer d where ? or not sample) d
    join opportunity_fact f using (opportunity_id) where alike > 1 and d.department = t.department
      and d.as_of is not distinct from t.as_of and f.overdue_since is not distinct from t.overdue_since) as doubled
  from (select department, as_of, overdue_since, sum(records)::int as records from told_count
    where records <> 0 and (? or not sample) group by 1, 2, 3) t order by 1, 2, 3`;

/** What else happens to a plan, one thing after another. */
const happenings = [
  `insert into measure_link select '1-2', 'offer-' || n from generate_series(0, 20) n`,
  `update record_fact set area_code = 'A2' where record_id in ('house-0', 'house-2')`,
  `delete from opportunity_fact where opportunity_id in (select opportunity_id from opportunity_fact order by 1 limit 7)`,
  `delete from measure_rule where id = 'words'`,
  `delete from measure_link where opportunity_id < 'offer-2'`,
  `delete from record_fact where record_id = 'house-1'`,
  `insert into record_fact (kind, record_id, words, department, sample, source, epoch, area_code)
     values ('Facility', 'house-1', '{}', 'center', false, 'center', 'first', 'A2'),
       ('Facility', 'house-3', '{}', 'center', false, 'center', 'first', 'A1')`,
  `update opportunity_fact set cancelled_at = null, withdrawn_at = null`,
  `delete from measure where code = '1-1'`,
  `delete from opportunity_fact`,
];

test('what is kept of everything is what the facts tell, whatever happened to facts, houses, links and rules', async () => {
  const below = chances(20_261_127);
  const service = await openTestService(plan);
  await service.plant(
    aMeasure({ code: '1', level: MeasureLevel.CHAPTER }),
    aMeasure({ code: '1-1' }),
    aMeasure({ code: '1-2' }),
    aRule({ id: 'words', measureCode: '1-2', words: ['陶芸'] }),
    aRule({ id: 'subject', measureCode: '1-1', subjectScheme: 'SURVEY', subjectPrefix: '2' }),
    aCount({ id: '1', ageMin: 6, ageMax: 14, areaCode: 'A1', districtCode: 'D01', count: 400 }),
    aCount({ id: '2', ageMin: 6, ageMax: 14, areaCode: 'A2', districtCode: 'D02', count: 900 }),
    aRecord({ kind: 'Facility', recordId: 'house-0', areaCode: 'A1' }),
    aRecord({ kind: 'Facility', recordId: 'house-1', areaCode: 'A1' }),
    aRecord({ kind: 'Facility', recordId: 'house-2', areaCode: null }),
  );
  const told: number[] = [];

  for (const happens of happenings) {
    const facts = Array.from({ length: 12 }, () => anyFact(below));
    await service
      .em()
      .upsertMany(OpportunityFact, [
        ...new Map(facts.map((fact) => [fact.opportunityId, fact])).values(),
      ]);
    await service.em().execute(happens);
    for (const samples of [true, false]) {
      const [kept, read] = await keptAndRead(service, samples);
      expect(kept).toEqual(read);
    }
    const [{ n }] = await service
      .em()
      .execute<[{ n: number }]>('select sum(opportunities)::int as n from offer_count');
    told.push(n);
    for (const samples of [true, false])
      expect(await service.em().execute(kept, [samples, samples])).toEqual(
        await service.em().execute(recorded, [samples]),
      );
  }

  expect(Math.max(...told)).toBeGreaterThan(20);
  expect(told.at(-1)).toBe(0);
  const left = `select (select sum(opportunities) from supply_count) + (select sum(opportunities) from week_count)
    + (select sum(seats + attendees + waiting + empty) from offer_count) as n`;
  expect(await service.em().execute(left)).toEqual([{ n: '0' }]);
});

const waiting = `select count(*)::int as n from pg_locks
  where not granted and database = (select oid from pg_database where datname = current_database())`;

test('a list that takes links away waits for a feed that changes the facts they name, and both are counted', async () => {
  const service = await openTestService(plan);
  await service.plant(
    aMeasure({ code: '1-1' }),
    aFact({ opportunityId: 'offer-1' }),
    aFact({ opportunityId: 'offer-2' }),
    aLink('1-1', 'offer-2'),
  );
  const reprice = (id: string) =>
    `update opportunity_fact set capacity = 40 where opportunity_id = '${id}'`;

  const list = await service.em().transactional(async (feed) => {
    await feed.execute(reprice('offer-1'));
    const taken = service.em().execute('delete from measure_link');
    // Looked at by the feed's own connection, so that it is known to wait while the feed is still at work.
    await vi.waitUntil(async () => (await feed.execute<[{ n: number }]>(waiting))[0].n > 0, 30_000);
    await feed.execute(reprice('offer-2'));
    return { taken };
  });
  await list.taken;

  expect(
    await service
      .em()
      .execute('select measures, opportunities, seats from offer_count where opportunities <> 0'),
  ).toEqual([{ measures: [], opportunities: 2, seats: '80' }]);
});
