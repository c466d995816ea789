import { afterAll, beforeAll, expect, test } from 'vitest';

import { ask, question, whole } from '../ask.js';
import { type Gathered, gather } from '../gather.js';
import { type TestCity, openTestCity } from '../open-test-city.js';
import { leftOf } from './offer-view.js';
import { decisiveChildcare } from './support-view.js';

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

const p10 = question('p10');

const needed = `'{DIAPER_TABLE,STROLLER}'`;

const support = `(select jsonb_build_object(
    'verdict', jsonb_build_object('answer', worst(values_of(all_reasons)), 'reasons', all_reasons),
    'childcare', (select jsonb_build_object('startsAt', iso(c.starts_at), 'endsAt', iso(c.ends_at),
        'minMonths', c.min_months, 'maxMonths', c.max_months, 'places', c.places, 'placesLeft', c.places_left,
        'fee', child_fee(c.fee_yen)) from (${decisiveChildcare('$1')}) c))
  from (select access_reasons(o.venue_code, ${needed}) || coalesce(
      (select jsonb_build_array(jsonb_build_object('code', 'CHILDCARE', 'value', c.value, 'text', c.text,
        'department', c.provenance -> 'department', 'asOf', iso((c.provenance ->> 'asOf')::timestamptz))) from (${decisiveChildcare('$1')}) c),
      '[{"code": "CHILDCARE", "value": "UNKNOWN", "text": "保育：登録がありません", "department": null, "asOf": null}]'
    ) as all_reasons) reasons)`;

const venue = `(select jsonb_build_object('code', f.code, 'name', jsonb_build_object('ja', f.name -> 'ja'),
    'access', jsonb_build_object('verdict', jsonb_build_object('answer', worst(values_of(reasons)), 'reasons', reasons)))
  from center.facility f cross join lateral (select access_reasons(f.code, ${needed}) as reasons) r
  where f.code = o.venue_code)`;

const expected = `select jsonb_build_object('totalCount', jsonb_build_object('value', count(*), 'isExact', true),
    'edges', coalesce(jsonb_agg(edge order by place) filter (where place <= 10), '[]'))
  from (select row_number() over (order by o.first_start nulls last, o.id) as place, jsonb_build_object(
      'kind', o.kind, 'department', o.provenance -> 'department', 'title', jsonb_build_object('ja', o.title -> 'ja'),
      'startsAt', iso(o.starts_at), 'endsAt', iso(o.ends_at), 'applicationState', o.state,
      'seats', case when num_nonnulls(o.capacity, o.waiting) > 0 then
        jsonb_build_object('left', ${leftOf('o')}) end,
      'sample', o.provenance -> 'sample', 'venue', ${venue},
      'node', jsonb_build_object('id', o.id)
        || case when o.type in ('Course', 'SportsClass') then jsonb_build_object('support', ${support}) else '{}' end
        || coalesce((select jsonb_build_object('childcareOffered', c.childcare_offered)
          from kominkan.course c where c.id = o.id), '{}')) as edge
    from offer o
    where exists (select from welfare.childcare_session s where s.opportunity_id = o.id
      and coalesce(s.places_left, s.places, 1) > 0
      and coalesce(s.min_months, 0) <= $1 and coalesce(s.max_months, $1) >= $1)) found`;

test('with a two-year-old: what has a place in childcare, and whether a stroller gets in', async () => {
  const { opportunities } = whole(await ask(city, p10));

  expect(opportunities).toEqual(await gathered.value(expected, [24]));
  expect(opportunities.edges.length).toBeGreaterThan(0);
});

test.each([6, 12, 30, 60])(
  'for a child of %i months too, the answer is what the databases say',
  async (months) => {
    const profile = { childMonths: [months], stroller: true };
    const { opportunities } = whole(await ask(city, { ...p10, variables: { months, profile } }));

    const needs = ['NURSING_ROOM', 'DIAPER_TABLE', 'STROLLER'].slice(
      months < 12 ? 0 : months < 36 ? 1 : 2,
    );
    const statement = expected.replaceAll(needed, `'{${needs.join(',')}}'`);
    expect(opportunities).toEqual(await gathered.value(statement, [months]));
  },
);
