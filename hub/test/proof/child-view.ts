import { leftOf } from './offer-view.js';
import { decisiveChildcare } from './support-view.js';

/** What somebody with a stroller and a child of two needs of a place. */
export const neededOfPlace = `'{DIAPER_TABLE,STROLLER}'`;

const support = `(select jsonb_build_object(
    'verdict', jsonb_build_object('answer', worst(values_of(all_reasons)), 'reasons', all_reasons),
    'childcare', (select jsonb_build_object('startsAt', iso(c.starts_at), 'endsAt', iso(c.ends_at),
        'minMonths', c.min_months, 'maxMonths', c.max_months, 'places', c.places, 'placesLeft', c.places_left,
        'fee', child_fee(c.fee_yen)) from (${decisiveChildcare('$1')}) c))
  from (select access_reasons(o.venue_code, ${neededOfPlace}) || coalesce(
      (select jsonb_build_array(jsonb_build_object('code', 'CHILDCARE', 'value', c.value, 'text', c.text,
        'department', c.provenance -> 'department', 'asOf', iso((c.provenance ->> 'asOf')::timestamptz))) from (${decisiveChildcare('$1')}) c),
      '[{"code": "CHILDCARE", "value": "UNKNOWN", "text": "保育：登録がありません", "department": null, "asOf": null}]'
    ) as all_reasons) reasons)`;

const venue = `(select jsonb_build_object('code', f.code, 'name', jsonb_build_object('ja', f.name -> 'ja'),
    'access', jsonb_build_object('verdict', jsonb_build_object('answer', worst(values_of(reasons)), 'reasons', reasons)))
  from center.facility f cross join lateral (select access_reasons(f.code, ${neededOfPlace}) as reasons) r
  where f.code = o.venue_code)`;

/** What P10 must answer for a child of `$1` months. */
export const withChild = `select jsonb_build_object('totalCount', jsonb_build_object('value', count(*), 'isExact', true),
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
