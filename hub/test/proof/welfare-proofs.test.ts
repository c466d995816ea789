import { afterAll, beforeAll, expect, test } from 'vitest';

import { askFor } from '../ask-as.js';
import { ask, question, whole } from '../ask.js';
import { departments } from '../../src/city/departments.js';
import { callsOf } from '../calls-of.js';
import { type Gathered, gather } from '../gather.js';
import { type TestCity, openTestCity } from '../open-test-city.js';
import { applicationStateNow } from './offer-view.js';
import { allAssistants, supported } from './support-view.js';

let city: TestCity;
let gathered: Gathered;

beforeAll(async () => {
  city = await openTestCity();
  gathered = await gather(city);
});

afterAll(async () => {
  await gathered.close();
  await city.stop();
});

/** What somebody needs to know of the way to a venue. */
const way = `(select jsonb_build_object('code', f.code, 'name', pick(f.name, 'ja'), 'phone', f.phone,
    'address', pick(f.address, 'block', 'number', 'building', 'floor'), 'point', pick(f.point, 'latitude', 'longitude'),
    'access', jsonb_build_object('routes', coalesce(a.routes, '[]'), 'note', a.note,
      'unknownCount', (select count(*) from access_fact t where t.facility = f.code and t.value = 'UNKNOWN'),
      'provenance', shown_source(a.provenance) - 'dataset'))
  from center.facility f left join welfare.facility_access a on a.facility_code = f.code where f.code = o.venue_code)`;

const p11Expected = `select jsonb_build_object('code', m.code, 'title', pick(m.title, 'ja'), 'opportunities',
    jsonb_build_object('edges', coalesce((select jsonb_agg(jsonb_build_object('node', jsonb_build_object(
      '__typename', o.type, 'id', o.id, 'title', pick(o.title, 'ja'), 'startsAt', iso(o.starts_at),
      'endsAt', iso(o.ends_at), 'applicationState', o.state, 'venue', ${way}, 'assistants', ${allAssistants},
      'support', ${supported.wheelchairAndHelp.sql}, 'provenance', shown_source(o.provenance) - 'dataset'))
      order by o.starts_at, o.id)
    from (select o.*, ${applicationStateNow} as state from every_offer o
      where o.withdrawn_at is null and o.cancelled_at is null and exists (select from plan.measure_link l
        where l.opportunity_id = o.id and (l.measure_code = m.code or l.measure_code like m.code || '-%'))
      order by o.starts_at, o.id limit 20) o), '[]')))
  from plan.measure m where m.code = $1`;

const p11 = question('p11');

/** Numbers 15, 27, 65, 71, 87, 92 and 93 of the plan. */
const measures = [
  '1-2-2-2',
  '1-3-3-1',
  '2-3-1-5',
  '2-3-2-5',
  '2-5-2-2',
  '2-5-4-2',
  '2-5-4-3',
] as const;

test.each(measures)(
  'P11: what carries out measure %s comes with access, assistants, the way there and a verdict',
  async (measure) => {
    const { profile } = supported.wheelchairAndHelp;
    const answer = whole(await ask(city, { ...p11, variables: { measure, profile } }));

    expect(answer.measure).toEqual(await gathered.value(p11Expected, [measure]));
  },
);

test('P11: sport and art for people with disabilities are there, and some have all that is needed', async () => {
  const nodes = await Promise.all(
    ['2-3-1-5', '2-3-2-5'].map(async (measure) => {
      const asked = { ...p11, variables: { ...p11.variables, measure } };
      return whole(await ask(city, asked)).measure.opportunities.edges;
    }),
  );
  const answers = nodes.flat().map(({ node }) => node.support.verdict.answer);

  expect(new Set(answers).size).toBeGreaterThan(1);
});

/** Support at those of the first found offers of the search that somebody's condition keeps. */
const found = (condition: string, support: string, first = 10): string => `
  select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'support', ${support}) order by o.place) filter (where o.place <= ${first}), '[]')
  from (select o.*, row_number() over (order by o.first_start nulls last, o.id) as place from offer o where ${condition}) o`;

const support = (node: object) => ({
  id: Reflect.get(node, 'id'),
  support: Reflect.get(node, 'support'),
});

const nodesOf = (answer: { opportunities: { edges: { node: object }[] } }): object[] =>
  answer.opportunities.edges.map(({ node }) => node);

test('Q13: with a toddler and a stroller, what one can apply for is judged by three departments', async () => {
  const q13 = question('q13');
  const answer = whole(await ask(city, q13));

  const toddler = supported.toddlerInStroller(20);
  expect(q13.variables['profile']).toEqual(toddler.profile);
  const condition = `o.audiences && '{PARENT_CHILD,INFANT}'::text[] and o.state in ('OPEN', 'LOTTERY', 'NO_APPLICATION')`;
  expect(nodesOf(answer)).toEqual(await gathered.value(found(condition, toddler.sql)));
  expect(nodesOf(answer)).toHaveLength(10);
});

test('Q14: in a wheelchair, by bus, with sign language, each reason is signed by who answers for it', async () => {
  const q14 = question('q14');
  const answer = whole(await ask(city, q14));

  const { profile, sql } = supported.wheelchairAndSigns;
  expect(q14.variables['profile']).toEqual(profile);
  const condition = `o.kind in ('SPORTS_CLASS', 'CARE_PROGRAM') and exists (select from access_fact f
    where f.facility = o.venue_code and f.code = 'WHEELCHAIR' and f.value = 'YES')`;
  expect(nodesOf(answer)).toEqual(await gathered.value(found(condition, sql)));
  expect(nodesOf(answer).length).toBeGreaterThan(0);
});

test("Q3: the sports department asks for the assistants at Saturday's swimming class", async () => {
  const answer = whole(await askFor(city, 'department/q03'));

  const expected =
    await gathered.value(`select jsonb_agg(jsonb_build_object('id', o.id, 'assistants',
      (select jsonb_agg(a || (select jsonb_build_object('needed', r.needed, 'confirmed', r.confirmed, 'provenance',
          jsonb_build_object('department', r.provenance -> 'department', 'asOf', iso((r.provenance ->> 'asOf')::timestamptz)))
        from welfare.assistants r where r.opportunity_id = o.id and r.kind = a ->> 'kind'))
      from jsonb_array_elements(${allAssistants}) a)) order by o.first_start, o.id)
    from offer o where o.kind = 'SPORTS_CLASS' and o.title ->> 'ja' like '%水泳%' and exists (
      select from offer_time t where t.id = o.id and extract(isodow from t.starts at time zone 'Asia/Tokyo') = 6)`);
  const swimming = nodesOf(answer).map((node) => ({
    id: Reflect.get(node, 'id'),
    assistants: Reflect.get(node, 'assistants'),
  }));
  expect(swimming).toEqual(expected);
});

test('Sketch A: one operation over five departments, each called a few times and never once a row', async () => {
  const sketch = question('sketch-a');
  // What was kept of earlier answers would spare calls.
  for (const { name } of departments) city.door.changed(name);
  const { data, plan, calls } = await callsOf(city, sketch);

  const toddler = supported.toddlerInStroller(24);
  expect(toddler.profile).toEqual(sketch.variables['profile']);
  const condition = `'PARENT_CHILD' = any(o.audiences) and o.apply_closes_at is not null`;
  expect(nodesOf(data).map(support)).toEqual(
    await gathered.value(found(condition, toddler.sql, 20)),
  );
  expect(JSON.stringify(plan)).toContain('support');
  expect(calls).toEqual({ center: 2, kominkan: 1, library: 2, sports: 1, welfare: 2 });
  expect(nodesOf(data).length).toBeGreaterThan(5);
});

const p12 = question('p12');

/** Ids of all offers for parents with small children of an age that take place in a period, in order. */
const firstYears = `select coalesce(jsonb_agg(jsonb_build_object('id', o.id, '__typename', o.type,
    'times', o.occurrences -> 0 ->> 'startsAt' is not null) order by o.first_start nulls last, o.id), '[]')
  from offer o where o.audiences && '{PARENT_CHILD,INFANT}'::text[]
    and coalesce((o.ages ->> 'minMonths')::int, 0) <= $1 and coalesce((o.ages ->> 'maxMonths')::int, 9999) >= $1
    and exists (select from offer_time t where t.id = o.id and t.starts <= $3 and coalesce(t.ends, t.starts) >= $2)`;

test.each([0, 8, 18, 35])(
  'P12: for a child of %i months health, nurseries, libraries and community centres stand on one timeline',
  async (months) => {
    const from = new Date();
    const to = new Date(from.getTime() + 120 * 24 * 60 * 60 * 1000);
    const answer = whole(await ask(city, { ...p12, variables: { months, period: { from, to } } }));

    const told = answer.opportunities.edges.map(({ node }: { node: Timed }) => ({
      id: node.id,
      __typename: node.__typename,
      times: (node.occurrences ?? node.sessions ?? []).length > 0,
    }));
    expect(told).toEqual(await gathered.value(firstYears, [months, from, to]));
    expect(answer.desks.edges.length).toBeGreaterThan(3);
  },
);

interface Timed {
  readonly id: string;
  readonly __typename: string;
  readonly occurrences?: readonly object[];
  readonly sessions?: readonly object[];
}

test('P12: with eighteen months every part of the city is on it, and without its own records none is', async () => {
  const parts = async () => {
    const { opportunities } = whole(await ask(city, p12));
    return new Set(
      opportunities.edges.map(
        ({ node }: { node: { part?: string; __typename: string } }) => node.part ?? node.__typename,
      ),
    );
  };

  for (const part of ['HEALTH_CLASS', 'NURSERY_OPEN_DAY', 'CHILDREN_HALL', 'LibraryProgram'])
    expect(await parts()).toContain(part);
  await city.sql(
    'library',
    `delete from library_program where audiences && '{PARENT_CHILD,INFANT}'`,
  );
  await city.services.catchUp();
  expect(await parts()).not.toContain('LibraryProgram');
});

test('Q9: courses whose childcare has a free place, for somebody who asked for advice', async () => {
  const q09 = question('department/q09');
  const answer = whole(await askFor(city, 'department/q09'));

  const toddler = supported.toddlerInStroller(18);
  expect(q09.variables['profile']).toEqual(toddler.profile);
  const condition = `o.type = 'Course' and o.state in ('OPEN', 'LOTTERY', 'NO_APPLICATION') and exists (
    select from welfare.childcare_session s where s.opportunity_id = o.id and coalesce(s.places_left, s.places, 1) > 0
      and coalesce(s.min_months, 0) <= 18 and coalesce(s.max_months, 18) >= 18)`;
  expect(nodesOf(answer).map(support)).toEqual(
    await gathered.value(found(condition, toddler.sql, 20)),
  );
  expect(nodesOf(answer).length).toBeGreaterThan(0);
});

test('without what welfare recorded, P11 knows of no assistant and no way, and says no verdict but unknown', async () => {
  await city.sql('welfare', 'delete from assistants');
  await city.sql('welfare', 'delete from facility_access');
  city.door.changed('welfare');
  const { measure } = whole(await ask(city, p11));

  for (const { node } of measure.opportunities.edges) {
    expect(node.assistants).toEqual([]);
    expect(node.venue.access.routes).toEqual([]);
    expect(node.support.verdict.answer).not.toBe('YES');
  }
});
