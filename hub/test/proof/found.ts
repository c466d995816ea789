import type { Gathered } from '../gather.js';
import { leftOf, shownOffer, waitingOf } from './offer-view.js';

/** One hit as the document P1 asks for it. */
export interface ExpectedEdge {
  readonly title: { readonly ja: string };
  readonly node: { readonly __typename: string; readonly id: string };
}

/** Columns by which P1 can be sorted; what has none stands last. */
export type Order = 'first_start' | 'apply_closes_at';

const ofAudience = `'ADULT' = any(o.audiences)`;
const ofState = `o.state in ('OPEN', 'LOTTERY', 'NO_APPLICATION')`;
const both = `${ofAudience} and ${ofState}`;

const timesOf = `coalesce((select jsonb_agg(jsonb_build_object(
    'startsAt', iso(t.starts), 'endsAt', iso(t.ends)) order by t.place)
  from (select (value ->> 'startsAt')::timestamptz as starts, (value ->> 'endsAt')::timestamptz as ends,
    ordinality as place from jsonb_array_elements(o.occurrences) with ordinality) t), '[]')`;

const node = `jsonb_build_object('__typename', o.type, 'id', o.id, ${shownOffer})
  || case when o.type = 'Course' then jsonb_build_object('sessions', ${timesOf})
       else jsonb_build_object('occurrences', ${timesOf}) end
  || coalesce((select jsonb_build_object('provider', e.provider, 'atOwnResponsibility', e.at_own_responsibility)
       from center.external_offering e where e.id = o.id), '{}')`;

/** The hits of P1, with the variables that stand beside it, that the databases say there must be. */
export async function expectedEdges(
  gathered: Gathered,
  order: Order = 'first_start',
): Promise<ExpectedEdge[]> {
  const edges = await gathered.value(
    `select coalesce(jsonb_agg(jsonb_build_object(
       'kind', o.kind, 'department', o.provenance -> 'department',
       'title', jsonb_build_object('ja', o.title -> 'ja', 'kana', o.title -> 'kana'),
       'startsAt', iso(o.starts_at), 'endsAt', iso(o.ends_at), 'applicationState', o.state,
       'applyPeriod', case when num_nonnulls(o.apply_opens_at, o.apply_closes_at) > 0 then
         jsonb_build_object('opensAt', iso(o.apply_opens_at), 'closesAt', iso(o.apply_closes_at)) end,
       'sample', o.provenance -> 'sample', 'node', ${node}) order by o.${order} nulls last, o.id), '[]')
     from offer o where ${both}`,
  );
  // The statement makes exactly these.
  return edges as ExpectedEdge[];
}

/** Closures of its venue that fall on one of the times of an offer `o`, as Q11 asks for them. */
const closuresOf = `coalesce((select jsonb_agg(jsonb_build_object('reason', jsonb_build_object('ja', c.reason -> 'ja'),
    'startsAt', iso(c.starts_at), 'endsAt', iso(c.ends_at)) order by c.starts_at)
  from center.closure c cross join lateral (select least(c.ends_at, c.lifted_at, 'infinity') as ends) until
  where c.facility_code = o.venue_code and until.ends > c.starts_at and exists (select from offer_time t
    where t.id = o.id and t.starts < until.ends and coalesce(t.ends, t.starts) >= c.starts_at)), '[]')`;

/** What Q11 finds from $1 to $2: everything for which one can apply at some moment of that time, what closes first at the top. */
export const applicableEdges = `select coalesce(jsonb_agg(jsonb_build_object(
    'kind', o.kind, 'department', o.provenance -> 'department',
    'title', jsonb_build_object('ja', o.title -> 'ja', 'kana', o.title -> 'kana', 'plain', pick(o.title -> 'plain', 'text', 'origin')),
    'applyPeriod', jsonb_build_object('opensAt', iso(o.apply_opens_at), 'closesAt', iso(o.apply_closes_at)),
    'applicationState', o.state, 'startsAt', iso(o.starts_at),
    'seats', case when num_nonnulls(o.capacity, o.waiting) > 0
      then jsonb_build_object('left', ${leftOf('o')}, 'waiting', ${waitingOf('o')}) end,
    'venue', (select jsonb_build_object('code', f.code, 'name', jsonb_build_object('ja', f.name -> 'ja'))
      from center.facility f where f.code = o.venue_code),
    'venueClosures', ${closuresOf}, 'node', jsonb_build_object('id', o.id)) order by o.apply_closes_at nulls last, o.id), '[]')
  from offer o
  where o.selection ->> 'method' is distinct from 'NONE' and num_nonnulls(o.apply_opens_at, o.apply_closes_at) > 0
    and coalesce(o.apply_closes_at, 'infinity') >= $1 and coalesce(o.apply_opens_at, '-infinity') <= $2`;

interface ExpectedFacet {
  readonly field: string;
  readonly label: string;
  /** SQL for rows (code, label, place) of one facet from offers `o`. */
  readonly values: string;
  readonly filter: string;
  /** Values in the order of a list; else in that of their counts. */
  readonly list?: readonly (readonly [code: string, ja: string])[];
}

const audiences = [
  ['INFANT', '幼児'],
  ['ELEMENTARY', '小学生'],
  ['JUNIOR_HIGH', '中学生'],
  ['HIGH_SCHOOL', '高校生'],
  ['YOUTH', '青少年'],
  ['ADULT', '大学・一般'],
  ['SENIOR', '高齢者'],
  ['WORKER', '勤労者'],
  ['MEN', '男性'],
  ['WOMEN', '女性'],
  ['PARENT_CHILD', '親子'],
  ['ANYONE', '制限なし'],
] as const;

const facets: readonly ExpectedFacet[] = [
  {
    field: 'CATEGORY',
    label: '分類',
    values: `select c.code, s.label ->> 'ja', c.code::integer from offer_category c
      join center.subject s on s.scheme = 'MEXT' and s.code = c.code where c.id = o.id`,
    filter: both,
  },
  {
    field: 'AUDIENCE',
    label: '対象者',
    values: `select a from unnest(o.audiences) a`,
    filter: ofState,
    list: audiences,
  },
  {
    field: 'DEPARTMENT',
    label: '主催',
    values: `select o.provenance ->> 'department', (select d.name ->> 'ja' from center.department d
      where d.code = o.provenance ->> 'department'), 0`,
    filter: both,
  },
  {
    field: 'TIME_BAND',
    label: '時間帯',
    values: `select b.code from offer_band b where b.id = o.id`,
    filter: both,
    list: [
      ['MORNING', '午前'],
      ['AFTERNOON', '午後'],
      ['EVENING', '夜間'],
    ],
  },
  {
    field: 'AREA',
    label: '地域',
    values: `select a.code, a.name ->> 'ja', 0 from center.facility f
      join center.area a on a.code = f.area_code where f.code = o.venue_code`,
    filter: both,
  },
  {
    field: 'FEE',
    label: '料金',
    values: `select coalesce(o.fee ->> 'kind', 'UNKNOWN')`,
    filter: both,
    list: [
      ['FREE', '無料'],
      ['PAID', '有料'],
      ['UNKNOWN', '不明'],
    ],
  },
  {
    field: 'APPLICATION',
    label: '受付状況',
    values: `select o.state`,
    filter: ofAudience,
    list: [
      ['OPEN', '受付中'],
      ['LOTTERY', '抽選受付中'],
      ['WAITLIST', 'キャンセル待ち'],
      ['BEFORE', '受付前'],
      ['NO_APPLICATION', '申込不要'],
      ['CLOSED', '受付終了'],
      ['UNKNOWN', '不明'],
    ],
  },
];

/** The facets of P1 that the databases say there must be. */
export async function expectedFacets(gathered: Gathered): Promise<unknown[]> {
  const expected: unknown[] = [];
  for (const facet of facets) expected.push(await expectedFacet(gathered, facet));
  return expected;
}

async function expectedFacet(
  gathered: Gathered,
  { field, label, values, filter, list }: ExpectedFacet,
): Promise<unknown> {
  const named = list
    ? `select w.code, w.ja, w.place from (${values}) v (code)
       join jsonb_to_recordset($1::jsonb) w (code text, ja text, place integer) on w.code = v.code`
    : `select * from (${values}) v (code, ja, place) where $1::jsonb is not null`;
  const words = (list ?? []).map(([code, ja], place) => ({ code, ja, place }));
  const counted = await gathered.value(
    `select coalesce(jsonb_agg(jsonb_build_object('code', code, 'label', jsonb_build_object('ja', ja), 'count', many)
       order by place, many desc, code collate "C"), '[]')
     from (select v.code, v.ja, v.place, count(distinct o.id) as many
       from offer o cross join lateral (${named}) v (code, ja, place) where ${filter}
       group by v.code, v.ja, v.place) counted`,
    [JSON.stringify(words)],
  );
  return { field, label: { ja: label }, isExact: true, values: counted };
}
