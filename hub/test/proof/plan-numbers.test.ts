import { afterAll, beforeAll, expect, test } from 'vitest';

import { ask, question, whole } from '../ask.js';
import { Anybody } from '../attack/anybody.js';
import { expectUnseen } from '../attack/attack-on-city.js';
import { askAs, askFor, askerOf } from '../ask-as.js';
import { type Gathered, gather } from '../gather.js';
import { type TestCity, openTestCity } from '../open-test-city.js';

let city: TestCity;
let gathered: Gathered;

beforeAll(async () => {
  city = await openTestCity();
  gathered = await gather(city);
  await gathered.value(carriedOut);
});

afterAll(async () => {
  await gathered.close();
  await city.stop();
});

/** What is offered for each measure, as the departments' tables say. */
const carriedOut = `create view carried as
  select l.measure_code, o.*, o.provenance ->> 'department' as department
  from plan.measure_link l join every_offer o on o.id = l.opportunity_id
  where o.withdrawn_at is null and o.cancelled_at is null`;

const sums = `jsonb_build_object('opportunities', jsonb_build_object('value', count(*)), 'seats', sum(capacity),
  'attendees', sum(taken), 'waiting', sum(waiting), 'emptySeats', sum(greatest(capacity - taken, 0)))`;

const lines = (
  by: string,
) => `(select coalesce(jsonb_agg(line || jsonb_build_object('code', code) order by code collate "C"), '[]')
  from (select ${by} as code, ${sums} as line from mine group by 1) lines)`;

interface Line {
  readonly code: string | null;
  readonly attendees: number | null;
  readonly waiting: number | null;
  readonly emptySeats: number | null;
}

/** Numbers of people as an analyst may see them: fewer than ten not at all, and nothing that gives one away. */
function held(values: readonly (number | null)[]) {
  const few = values.map((value) => value !== null && value > 0 && value < 10);
  const alone = few.filter(Boolean).length === 1;
  const least = Math.min(...values.filter((value, at): value is number => !!value && !few[at]));
  const second = alone ? values.findIndex((value, at) => value === least && !few[at]) : -1;
  return values.map((value, at) => {
    const isHeldBack = few[at] === true || at === second;
    return { value: isHeldBack ? null : value, isHeldBack };
  });
}

function shown(all: readonly Line[]) {
  const attendees = held(all.map((line) => line.attendees));
  const waiting = held(all.map((line) => line.waiting));
  return all.map((line, at) =>
    Object.assign({}, line, {
      attendees: attendees[at],
      waiting: waiting[at],
      emptySeats: attendees[at]?.isHeldBack ? null : line.emptySeats,
    }),
  );
}

const empty = {
  opportunities: { value: 0 },
  seats: null,
  attendees: null,
  waiting: null,
  emptySeats: null,
};

const expectedMeasures = `select jsonb_agg(jsonb_build_object('code', m.code, 'title', jsonb_build_object('ja', m.title -> 'ja'),
    'tier', m.tier, 'departments', (select jsonb_agg(jsonb_build_object('code', d.code, 'name', jsonb_build_object('ja', d.name -> 'ja')) order by place)
      from unnest(m.department_codes) with ordinality c (code, place) join center.department d on d.code = c.code),
    'coverage', (select jsonb_build_object('opportunities', jsonb_build_object('value', count(*) filter (where not (provenance ->> 'sample')::boolean)),
        'sample', jsonb_build_object('value', count(*) filter (where (provenance ->> 'sample')::boolean)))
      from carried where measure_code = m.code),
    'participation', counted.participation,
    'budget', (select coalesce(jsonb_agg(jsonb_build_object('title', jsonb_build_object('ja', b.title -> 'ja'), 'fiscalYear', b.fiscal_year,
        'amountThousandYen', b.amount_thousand_yen, 'department', jsonb_build_object('code', b.department_code))
        order by b.fiscal_year desc, b.id), '[]') from plan.budget_line b where b.measure_code = m.code),
    'decisions', (select coalesce(jsonb_agg(jsonb_build_object('text', jsonb_build_object('ja', d.text -> 'ja'), 'state', d.state)
        order by x.held_at desc, d.number), '[]') from plan.meeting_decision d join plan.plan_meeting x on x.id = d.meeting_id
        where d.measure_code = m.code),
    'grants', (select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'amountYen', g.amount_yen) order by g.fiscal_year desc, g.id), '[]')
      from plan.grant_award g where g.measure_code = m.code),
    'feedback', (select jsonb_build_object('ratings', jsonb_build_object('value', count(*)),
        'average', case when count(*) >= 3 then round(avg(f.rating), 2) end,
        'answered', jsonb_build_object('value', count(f.answered_at)), 'changed', jsonb_build_object('value', count(f.changed)))
      from plan.feedback f join plan.measure_link l on l.opportunity_id = f.about_id and f.about = 'OPPORTUNITY'
      where l.measure_code = m.code))
    order by string_to_array(m.code, '-')::int[])
  from plan.measure m cross join lateral (
    with mine as (select * from carried c where c.measure_code = m.code)
    select jsonb_build_object('total', case when exists (select from mine)
        then (select ${sums} || '{"code": null}' from mine) end,
      'departments', ${lines('department')},
      'categories', (select coalesce(jsonb_agg(line || jsonb_build_object('code', code) order by code), '[]') from (
        select key ->> 'code' as code, ${sums} as line from mine cross join jsonb_array_elements(subject_keys) key
        where key ->> 'scheme' = 'SURVEY' group by 1) lines)) as participation) counted
  where m.level = 'MEASURE'`;

interface Counted {
  readonly participation: {
    readonly total: Line | null;
    readonly departments: readonly Line[];
    readonly categories: readonly Line[];
  };
}

const asAnalystsSee = ({ participation, ...measure }: Counted) => ({
  ...measure,
  participation: {
    total: shown([participation.total ?? { code: null, ...empty }])[0],
    departments: shown(participation.departments),
    categories: shown(participation.categories),
  },
});

/** Every page of a document that lists measures. */
async function everyMeasure(name: string): Promise<Record<string, unknown>[]> {
  const { variables } = question(name);
  const nodes: Record<string, unknown>[] = [];
  for (let after: string | null = null; ;) {
    const { measures } = whole(await askFor(city, name, { ...variables, after }));
    nodes.push(...measures.edges.map(({ node }: { node: Record<string, unknown> }) => node));
    if (!measures.pageInfo.hasNextPage) return nodes;
    after = measures.pageInfo.endCursor;
  }
}

test('P18: every measure tells what is offered, who takes part, what it costs, what was decided and said', async () => {
  const told = await everyMeasure('department/p18');

  // The statement above builds what the interface says.
  const expected = (await gathered.value(expectedMeasures)) as Counted[];
  expect(told).toEqual(expected.map(asAnalystsSee));
  expect(told).toHaveLength(101);
});

test('Q10: attendance for each measure is the same number everywhere', async () => {
  const told = await everyMeasure('department/q10');
  const all = await everyMeasure('department/p18');

  expect(told).toEqual(
    all.map(({ code, participation }) => ({
      code,
      participation: { total: totalIn(participation) },
    })),
  );
});

const totalIn = (participation: unknown) => {
  // The document P18 says so.
  const { opportunities, attendees } = (participation as { total: Record<string, unknown> }).total;
  return { opportunities, attendees };
};

test('Q22: measures with nothing planned, at the departments and for a period', async () => {
  const ask22 = async (variables: object) => {
    const { measures } = whole(await askFor(city, 'department/q22', { ...variables }));
    return measures.edges.map(({ node }: { node: { code: string } }) => node.code);
  };
  const nothing = `select coalesce(jsonb_agg(code order by string_to_array(code, '-')::int[]), '[]') from plan.measure m
    where level = 'MEASURE' and not exists (select from carried c where c.measure_code = m.code
      and ($1::timestamptz is null or coalesce(c.ends_at, c.starts_at) >= $1))`;
  const from = new Date(Date.now() + 30 * 24 * 60 * 60 * 1000).toISOString();

  expect(await ask22({ countSamples: true })).toEqual(await gathered.value(nothing, [null]));
  expect(await ask22({ countSamples: true, period: { from } })).toEqual(
    await gathered.value(nothing, [from]),
  );
});

const ages = `(values ('INFANT', 0, 5), ('ELEMENTARY', 6, 11), ('JUNIOR_HIGH', 12, 14), ('HIGH_SCHOOL', 15, 17),
  ('YOUTH', 12, 29), ('ADULT', 18, 200), ('SENIOR', 65, 200), ('WORKER', 18, 200), ('MEN', 18, 200), ('WOMEN', 18, 200),
  ('PARENT_CHILD', 0, 5), ('ANYONE', 0, 200)) as age (audience, low, high)`;

const supply = `with offers as (
    select o.*, f.area_code, coalesce(c.min_months, 0) / 12 as low, coalesce(c.max_months / 12, 200) as high,
      num_nonnulls(c.min_months, c.max_months) = 0 as ageless
    from every_offer o join center.facility f on f.code = o.venue_code
    join lateral (select (a.ages ->> 'minMonths')::int as min_months, (a.ages ->> 'maxMonths')::int as max_months from (
      select id, ages from kominkan.course union all select id, ages from sports.sports_class
      union all select id, ages from welfare.care_program union all select id, ages from library.library_program
      union all select id, ages from center.external_offering) a where a.id = o.id) c on true
    where o.withdrawn_at is null and o.cancelled_at is null)
  select jsonb_agg(jsonb_build_object('node', jsonb_build_object('code', d.code, 'name', jsonb_build_object('ja', d.name -> 'ja'),
    'supply', jsonb_build_object('ageBand', $1::text, 'population', jsonb_build_object('value', people.n, 'isHeldBack', false),
      'unknownAudience', jsonb_build_object('value', (select count(*) from offers o join center.area a on a.code = o.area_code
        where a.school_district_code = d.code and coalesce(o.audiences, '{}') = '{}' and o.ageless)),
      'categories', (select coalesce(jsonb_agg(jsonb_build_object('code', code, 'opportunities', jsonb_build_object('value', n),
          'seats', seats, 'perThousand', round(n * 1000.0 / people.n, 2), 'seatsPerThousand', round(seats * 1000.0 / people.n, 2)) order by code), '[]')
        from (select key ->> 'code' as code, count(*) as n, sum(o.capacity) as seats
          from offers o join center.area a on a.code = o.area_code
          cross join lateral (select distinct k as key from jsonb_array_elements(o.subject_keys) k where k ->> 'scheme' = 'SURVEY') keys
          where a.school_district_code = d.code and o.low <= $3 and o.high >= $2
            and not (coalesce(o.audiences, '{}') = '{}' and o.ageless)
            and (coalesce(o.audiences, '{}') = '{}' or exists (select from ${ages} where age.audience = any (o.audiences)
              and age.low <= $3 and age.high >= $2))
          group by 1) by_category)))) order by d.code)
  from center.school_district d cross join lateral (select sum(count)::int as n from plan.population_count p
    where p.district_code = d.code and p.age_min >= $2 and coalesce(p.age_max, 200) <= $3) people`;

test('Q21: opportunities and places per 1,000 people of an age, by school district and category', async () => {
  for (const [ageBand, low, high] of [
    ['65+', 65, 200],
    ['0-5', 0, 5],
  ] as const) {
    const { variables } = question('department/q21');
    const { schoolDistricts } = whole(
      await askFor(city, 'department/q21', { ...variables, ageBand }),
    );

    expect(schoolDistricts.edges).toEqual(await gathered.value(supply, [ageBand, low, high]));
    expect(schoolDistricts.edges).toHaveLength(18);
  }
});

test('sketch C takes few calls, whatever the number of measures and districts', async () => {
  const asked = { ...question('department/sketch-c'), extensions: { explain: true } };
  const { data, errors, extensions } = await askAs(city, askerOf('department/sketch-c'), asked);

  // What was asked for stands beside the silent departments.
  const { explain } = extensions as unknown as {
    explain: { fetches: readonly { department: string }[] };
  };
  expect(errors).toBeUndefined();
  expect(data.measures.edges).toHaveLength(60);
  expect(data.schoolDistricts.edges).toHaveLength(18);
  expect(explain.fetches.map(({ department }) => department).toSorted()).toEqual([
    'center',
    'center',
    'plan',
    'plan',
  ]);
});

/** Times in Japan at which something takes place that counts, as the departments tell them. */
const placedTimes = `select o.id, o.audiences, o.provenance ->> 'department' as department, t.starts, greatest(t.starts, t.ends) as ends
  from every_offer o join offer_time t on t.id = o.id
  where o.withdrawn_at is null and o.cancelled_at is null`;

const expectedBands = `with times as (${placedTimes}),
  begun as (select distinct id, audiences, (case when extract(isodow from starts at time zone 'Asia/Tokyo') > 5 then 'WEEKEND' else 'WEEKDAY' end)
    || (case when extract(hour from starts at time zone 'Asia/Tokyo') >= 18 then '_EVENING'
      when extract(hour from starts at time zone 'Asia/Tokyo') >= 12 then '_AFTERNOON' else '_MORNING' end) as band from times)
  select jsonb_object_agg(age.audience || ' ' || part.band, (select count(*) from begun b where b.band = part.band
    and b.audiences && array[age.audience, 'ANYONE']))
  from ${ages} cross join (values ('WEEKDAY_MORNING'), ('WEEKDAY_AFTERNOON'), ('WEEKDAY_EVENING'),
    ('WEEKEND_MORNING'), ('WEEKEND_AFTERNOON'), ('WEEKEND_EVENING')) as part (band)`;

test('Q23: for every audience, the parts of the week that nobody serves', async () => {
  const { weekPartSupply } = whole(await askFor(city, 'department/q23'));

  const told = weekPartSupply.map(
    (cell: { audience: string; band: string; opportunities: { value: number } }) => [
      `${cell.audience} ${cell.band}`,
      cell.opportunities.value,
    ],
  );
  expect(Object.fromEntries(told)).toEqual(await gathered.value(expectedBands));
  expect(told).toHaveLength(72);
});

const expectedClashes = `with times as (${placedTimes} and t.ends >= $1::timestamptz and t.starts <= $2::timestamptz)
  select coalesce(jsonb_agg(pair order by starts, one, other), '[]') from (
    select greatest(a.starts, b.starts) as starts, a.id as one, b.id as other, jsonb_build_object(
      'audiences', (select jsonb_agg(x order by x) from unnest(a.audiences) x where x = any (b.audiences) and x <> 'ANYONE'),
      'startsAt', iso(greatest(a.starts, b.starts)), 'endsAt', iso(least(a.ends, b.ends)),
      'one', (select jsonb_build_object('id', o.id, 'title', jsonb_build_object('ja', o.title -> 'ja')) from every_offer o where o.id = a.id),
      'other', (select jsonb_build_object('id', o.id, 'title', jsonb_build_object('ja', o.title -> 'ja')) from every_offer o where o.id = b.id)) as pair
    from times a join times b on a.department < b.department and a.starts < b.ends and b.starts < a.ends
    where array_remove(a.audiences, 'ANYONE') && array_remove(b.audiences, 'ANYONE')
    order by 1, a.id collate "C", b.id collate "C" limit 100) pairs`;

test('Q25: what two departments offer to the same people at the same hour', async () => {
  const day = 24 * 60 * 60 * 1000;
  const [from, to] = [0, 14].map((days) => new Date(Date.now() + days * day).toISOString());
  const scope = { countSamples: true, period: { from, to } };
  const { audienceClashes } = whole(await askFor(city, 'department/q25', { scope }));

  expect(audienceClashes).toEqual(await gathered.value(expectedClashes, [from, to]));
  expect(audienceClashes.length).toBeGreaterThan(0);
});

test('Q26: who waits and which places stay empty, by field', async () => {
  const { participationByCategory } = whole(await askFor(city, 'department/q26'));
  const expected = (await gathered.value(
    `select jsonb_agg(line || jsonb_build_object('code', code) order by code) from (
      select key ->> 'code' as code, ${sums} as line from every_offer cross join jsonb_array_elements(subject_keys) key
      where withdrawn_at is null and cancelled_at is null and key ->> 'scheme' = 'MEXT' group by 1) lines`,
    // The statement above builds lines.
  )) as Line[];

  expect(participationByCategory).toEqual(shown(expected));
});

test('Q29: stale and doubled records, by department and month', async () => {
  const { recordQuality } = whole(await askFor(city, 'department/q29'));

  expect(recordQuality).toEqual(
    await gathered.value(`with records as (
        select provenance ->> 'department' as department, (provenance ->> 'asOf')::timestamptz as as_of,
          count(*) over (partition by title ->> 'ja', starts_at, venue_code) > 1 as doubled
        from every_offer where withdrawn_at is null)
      select jsonb_agg(jsonb_build_object('department', (select jsonb_build_object('code', d.code, 'name', jsonb_build_object('ja', d.name -> 'ja'))
          from center.department d where d.code = department), 'month', month, 'records', jsonb_build_object('value', n),
        'stale', jsonb_build_object('value', stale), 'duplicates', jsonb_build_object('value', doubled)) order by month desc, department)
      from (select department, to_char(as_of at time zone 'Asia/Tokyo', 'YYYY-MM') as month, count(*) as n,
        count(*) filter (where as_of < now() - interval '365 days') as stale, count(*) filter (where doubled) as doubled
        from records group by 1, 2) lines`),
  );
});

const said = (
  about: string,
  id: string,
) => `(select jsonb_build_object('ratings', jsonb_build_object('value', count(*)),
    'average', case when count(*) >= 3 then round(avg(f.rating), 2) end, 'answered', jsonb_build_object('value', count(f.answered_at)),
    'changed', jsonb_build_object('value', count(f.changed)), 'sample', coalesce(bool_or((f.provenance ->> 'sample')::boolean), false),
    'latest', (select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'rating', l.rating, 'givenOn', l.given_on,
        'answer', jsonb_build_object('ja', l.answer -> 'ja'), 'changed', pick(l.changed, 'ja'), 'answeredAt', iso(l.answered_at),
        'department', (select jsonb_build_object('code', d.code, 'name', jsonb_build_object('ja', d.name -> 'ja'))
          from center.department d where d.code = l.department_code)) order by l.answered_at desc, l.id), '[]')
      from (select * from plan.feedback l where l.about = '${about}' and l.about_id = ${id} and l.answered_at is not null
        order by l.answered_at desc, l.id limit 5) l))
  from plan.feedback f where f.about = '${about}' and f.about_id = ${id})`;

const expectedSaid = `select jsonb_build_object(
  'opportunity', (select jsonb_build_object('id', o.id, 'title', jsonb_build_object('ja', o.title -> 'ja'),
    'feedback', ${said('OPPORTUNITY', 'o.id')}) from every_offer o where o.id = $1),
  'facility', (select jsonb_build_object('code', c.code, 'name', jsonb_build_object('ja', c.name -> 'ja'),
    'feedback', ${said('FACILITY', 'c.code')}) from center.facility c where c.code = $2),
  'person', (select jsonb_build_object('id', c.id, 'name', jsonb_build_object('ja', c.name -> 'ja'),
    'feedback', ${said('INSTRUCTOR', 'c.id')}) from center.person c where c.id = $3))`;

test('P19: what learners say and what the provider changed, of everything, and nothing once it is removed', async () => {
  const p19 = question('p19');
  const courses = await city.sql<{ id: string }>(
    'plan',
    `select distinct about_id as id from feedback where about = 'OPPORTUNITY'
     and about_id in (select opportunity_id from opportunity_fact where kind in ('Course', 'SportsClass'))`,
  );

  for (const { id } of courses) {
    const variables: Record<string, unknown> = { ...p19.variables, opportunity: id };
    const { facility, instructor } = variables;
    expect(whole(await ask(city, { ...p19, variables }))).toEqual(
      await gathered.value(expectedSaid, [id, facility, instructor]),
    );
  }
  const before = whole(await ask(city, p19));
  await city.sql('plan', 'delete from feedback');
  const after = whole(await ask(city, p19));

  const nothing = { ratings: { value: 0 }, average: null, changed: { value: 0 }, latest: [] };
  for (const place of ['opportunity', 'facility', 'person']) {
    expect(before[place].feedback.ratings.value).toBeGreaterThan(0);
    expect(before[place].feedback.changed.value).toBeGreaterThanOrEqual(0);
    expect(after[place].feedback).toMatchObject(nothing);
  }
});

/** What is known of the access to the venues of everything that is offered; those in $1 have lost their records. */
const expectedAccess = `with venue as (select distinct venue_code as code from every_offer
    where withdrawn_at is null and cancelled_at is null and venue_code is not null),
  line as (select v.code as venue, a.code, a.value <> 'UNKNOWN' and not v.code = any ($1::text[]) as known
    from venue v left join access_fact a on a.facility = v.code),
  told as (select venue, count(*) filter (where known) as known from line group by venue)
  select jsonb_build_object('venues', jsonb_build_object('value', count(*)),
    'unknown', jsonb_build_object('value', count(*) filter (where known = 0)),
    'partlyUnknown', jsonb_build_object('value', count(*) filter (where known between 1 and 17)),
    'unknownShare', round(count(*) filter (where known = 0)::numeric / count(*), 3),
    'items', (select jsonb_agg(jsonb_build_object('code', code, 'unknown', jsonb_build_object('value', n),
        'share', round(n::numeric / (select count(*) from venue), 3)) order by n desc, code collate "C")
      from (select k.code, (select count(*) from venue v where not exists (select from line l
          where l.venue = v.code and l.code = k.code and l.known)) as n
        from (select distinct code from line where code is not null) k) items))
  from told`;

test('Q24: of how many venues the access is unknown, and that of all once nothing is recorded', async () => {
  const told = async () => {
    await city.services.catchUp();
    return whole(await askFor(city, 'department/q24')).venueAccess;
  };
  const [found] = await city.sql<{ some: string[] }>(
    'welfare',
    `select array_agg(facility_code) as some from (
       select facility_code from facility_access order by facility_code limit 20) f`,
  );
  const some = found?.some ?? [];

  expect(await told()).toEqual(await gathered.value(expectedAccess, [[]]));
  await city.sql('welfare', 'delete from facility_access where facility_code = any ($1)', [some]);
  const fewer = await told();
  expect(fewer).toEqual(await gathered.value(expectedAccess, [some]));
  expect(fewer.unknown.value).toBeGreaterThan(0);
  await city.sql('welfare', 'delete from facility_access');
  const none = await told();
  expect(none).toMatchObject({ unknown: none.venues, unknownShare: 1, items: [] });
});

test('one person more, wherever a number of people is kept, changes nothing that anybody is told', async () => {
  await expectUnseen({ city, anybody: new Anybody(city) }, { levels: 1, files: 2 });
}, 240_000);

test('P18 tells of nothing once what stood for the measures is removed', async () => {
  await city.sql('plan', 'delete from measure_link');
  await city.sql('plan', 'delete from budget_line');
  await city.sql('plan', 'delete from plan_meeting');
  await city.sql('plan', 'delete from grant_award');

  for (const measure of await everyMeasure('department/p18')) {
    expect(measure).toMatchObject({
      coverage: { opportunities: { value: 0 }, sample: { value: 0 } },
      participation: { total: { opportunities: { value: 0 } }, departments: [], categories: [] },
      budget: [],
      decisions: [],
      grants: [],
      feedback: { ratings: { value: 0 } },
    });
  }
});
