import { afterAll, beforeAll, expect, test } from 'vitest';

import { planCoverage } from '../../src/command/plan.js';
import { departments } from '../../src/city/departments.js';
import { ask, question, whole } from '../ask.js';
import { askFor } from '../ask-as.js';
import { type Gathered, gather } from '../gather.js';
import { type TestCity, openTestCity } from '../open-test-city.js';
import { evidenceViews, knownKinds } from './evidence-view.js';

let city: TestCity;
let gathered: Gathered;

beforeAll(async () => {
  city = await openTestCity();
  gathered = await gather(city);
  for (const view of evidenceViews) await gathered.value(view);
});

afterAll(async () => {
  await gathered.close();
  await city.stop();
});

const coverage = question('plan-coverage');

interface Told {
  readonly code: string;
  readonly tier: 'A' | 'B' | 'C';
  readonly evidence: readonly { readonly kind: string }[];
}

/** Every measure as the graph tells it. */
async function measures(): Promise<Told[]> {
  const told: Told[] = [];
  for (let after: string | null = null; ;) {
    const { measures: page } = whole(await ask(city, { ...coverage, variables: { after } }));
    told.push(...page.edges.map(({ node }: { node: Told }) => node));
    if (!page.pageInfo.hasNextPage) return told;
    after = page.pageInfo.endCursor;
  }
}

const expectedEvidence = `select jsonb_object_agg(code, evidence) from (
  select m.code, coalesce((select jsonb_agg(jsonb_build_object('kind', kind,
      'count', jsonb_build_object('value', official), 'sample', jsonb_build_object('value', samples), 'first', first)
      order by kind) from (
    select kind, count(*) filter (where not sample) as official, count(*) filter (where sample) as samples,
      (array_agg(jsonb_build_object('label', label, 'sample', sample)
        order by sample, ends_at < now(), starts_at, id collate "C"))[1] as first
    from measure_thing t where t.measure_code = m.code group by kind) by_kind), '[]') as evidence
  from plan.measure m where m.level = 'MEASURE') found`;

test('every measure tells what stands for it in all departments, as their databases say', async () => {
  const told = await measures();
  const known = Object.fromEntries(
    told.map(({ code, evidence }) => [
      code,
      evidence
        .filter(({ kind }) => knownKinds.has(kind))
        .toSorted((one, other) => (one.kind < other.kind ? -1 : 1)),
    ]),
  );

  expect(told).toHaveLength(101);
  expect(known).toEqual(await gathered.value(expectedEvidence));
});

test('the command prints a line for each of the 101 measures, beginning with its code', async () => {
  const lines = await planCoverage(city.door.url);
  const told = await measures();

  expect(lines.map((line) => line.split('  ')[0])).toEqual(told.map(({ code }) => code));
  expect(
    lines.filter((line) => line.endsWith('  nothing')).map((line) => line.split('  ')[0]),
  ).toEqual(told.filter(({ evidence }) => evidence.length === 0).map(({ code }) => code));
});

const guarded = (
  people: string,
) => `jsonb_build_object('value', case when ${people} between 1 and 9 then null else ${people} / 10 * 10 end,
  'isHeldBack', coalesce(${people} between 1 and 9, false))`;

/** The career of whoever the condition names, from fiscal year $3 to $4. */
const career = (whose: string) => `(select coalesce(jsonb_agg(jsonb_build_object('fiscalYear', year,
    'activities', jsonb_build_object('value', activities), 'presentations', jsonb_build_object('value', presentations),
    'groups', jsonb_build_object('value', groups), 'participants', ${guarded('participants')},
    'helpers', ${guarded('helpers')}, 'sample', true, 'latest', latest) order by year desc), '[]')
  from (select year, count(*) as activities, count(*) filter (where kind = 'PRESENTATION') as presentations,
      count(distinct group_id) as groups, sum(participants) as participants, sum(helpers) as helpers,
      (array_agg(jsonb_build_object('id', id, 'title', jsonb_build_object('ja', title -> 'ja')) order by held_on desc, id))[1] as latest
    from (select a.*, extract(year from held_on)::int - (extract(month from held_on) < 4)::int as year
      from plan.community_activity a where ${whose}) dated
    where year between coalesce($3, year) and coalesce($4, year) group by year) years)`;

const expectedCareers = `select jsonb_build_object(
    'schoolDistrict', (select jsonb_build_object('code', d.code, 'name', jsonb_build_object('ja', d.name -> 'ja'),
      'career', ${career('a.district_code = $1')}) from center.school_district d where d.code = $1),
    'group', (select jsonb_build_object('id', g.id, 'name', jsonb_build_object('ja', g.name -> 'ja'),
      'career', ${career('a.group_id = $2')}) from center.learning_group g where g.id = $2),
    'communityActivities', jsonb_build_object('edges', (select coalesce(jsonb_agg(jsonb_build_object('node', jsonb_build_object(
        'id', a.id, 'kind', a.kind, 'title', jsonb_build_object('ja', a.title -> 'ja'),
        'result', case when a.result is not null then jsonb_build_object('ja', a.result -> 'ja') end, 'heldOn', a.held_on,
        'group', (select jsonb_build_object('id', g.id, 'name', jsonb_build_object('ja', g.name -> 'ja'))
          from center.learning_group g where g.id = a.group_id),
        'venue', (select jsonb_build_object('code', f.code, 'name', jsonb_build_object('ja', f.name -> 'ja'))
          from center.facility f where f.code = a.venue_code),
        'measures', (select coalesce(jsonb_agg(jsonb_build_object('code', code) order by place), '[]')
          from unnest(a.measure_codes) with ordinality m (code, place)),
        'provenance', pick(a.provenance, 'sample'))) order by a.held_on desc, a.id desc), '[]')
      from (select * from plan.community_activity where district_code = $1 order by held_on desc, id desc limit 10) a)))`;

test('P17: a district and a group tell what they did, by year, and nothing once it is removed', async () => {
  const districts = await city.sql<{ code: string }>('center', 'select code from school_district');
  const groups = await city.sql<{ id: string }>('center', 'select id from learning_group');
  const p17 = question('p17');

  for (const [at, { code }] of districts.entries()) {
    const variables = {
      district: code,
      group: groups[at]?.id,
      from: at % 2 ? 2000 : null,
      to: null,
    };
    const { district, group, from, to } = variables;
    expect(whole(await ask(city, { ...p17, variables }))).toEqual(
      await gathered.value(expectedCareers, [district, group, from, to]),
    );
  }
  const before = whole(await ask(city, p17));
  expect(before.schoolDistrict.career.length).toBeGreaterThan(0);
  expect(before.group.career.length).toBeGreaterThan(0);
});

const told = (
  g: string,
) => `jsonb_build_object('id', ${g}.id, 'title', jsonb_build_object('ja', ${g}.title -> 'ja'),
  'program', ${g}.program, 'fiscalYear', ${g}.fiscal_year, 'amountYen', ${g}.amount_yen,
  'reports', (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'submittedOn', r.submitted_on,
      'summary', jsonb_build_object('ja', r.summary -> 'ja'), 'spentYen', r.spent_yen, 'outcomes', r.outcomes)
      order by r.submitted_on desc), '[]') from plan.grant_report r where r.grant_id = ${g}.id),
  'provenance', pick(${g}.provenance, 'sample'))`;

const expectedGrant = `select jsonb_build_object(
    'grant', (select ${told('g')} || jsonb_build_object(
      'group', (select jsonb_build_object('id', c.id, 'name', jsonb_build_object('ja', c.name -> 'ja'),
          'usualMeeting', pick(c.meeting, 'weekday'), 'grants', (select jsonb_agg(jsonb_build_object(
            'id', o.id, 'fiscalYear', o.fiscal_year, 'amountYen', o.amount_yen) order by o.fiscal_year desc, o.id)
            from plan.grant_award o where o.group_id = c.id)) from center.learning_group c where c.id = g.group_id),
      'measure', (select jsonb_build_object('code', m.code, 'title', jsonb_build_object('ja', m.title -> 'ja'))
          from plan.measure m where m.code = g.measure_code),
      'activities', (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'title', jsonb_build_object('ja', a.title -> 'ja'),
          'heldOn', a.held_on, 'result', case when a.result is not null then jsonb_build_object('ja', a.result -> 'ja') end,
          'venue', (select jsonb_build_object('code', f.code, 'name', jsonb_build_object('ja', f.name -> 'ja'))
            from center.facility f where f.code = a.venue_code)) order by a.held_on desc, a.id), '[]')
          from plan.community_activity a where a.grant_id = g.id))
      from plan.grant_award g where g.id = $1),
    'measure', (select jsonb_build_object('code', m.code, 'grants', (select coalesce(jsonb_agg(${told('g')}
        order by g.fiscal_year desc, g.id), '[]') from plan.grant_award g where g.measure_code = m.code))
      from plan.measure m where m.code = $2))`;

test('P23: every grant leads to its group, its activities and what was reported, and is gone with its data', async () => {
  const grants = await city.sql<{ id: string; code: string }>(
    'plan',
    'select id, measure_code as code from grant_award',
  );
  const p23 = question('p23');

  for (const { id, code } of grants) {
    const variables = { grant: id, measure: code };
    expect(whole(await ask(city, { ...p23, variables }))).toEqual(
      await gathered.value(expectedGrant, [id, code]),
    );
  }
  expect(whole(await ask(city, p23)).grant.reports.length).toBeGreaterThan(0);
});

const expectedMeetings = `select jsonb_build_object('planMeetings', jsonb_build_object('edges', (select jsonb_agg(
    jsonb_build_object('node', jsonb_build_object('id', x.id, 'kind', x.kind, 'title', jsonb_build_object('ja', x.title -> 'ja'),
      'heldAt', iso(x.held_at), 'facility', (select jsonb_build_object('code', f.code, 'name', jsonb_build_object('ja', f.name -> 'ja'))
        from center.facility f where f.code = x.facility_code),
      'decisions', (select jsonb_agg(jsonb_build_object('number', d.number, 'text', jsonb_build_object('ja', d.text -> 'ja'),
          'state', d.state, 'dueOn', d.due_on,
          'measure', (select jsonb_build_object('code', m.code, 'title', jsonb_build_object('ja', m.title -> 'ja'))
            from plan.measure m where m.code = d.measure_code),
          'department', (select jsonb_build_object('code', p.code, 'name', jsonb_build_object('ja', p.name -> 'ja'))
            from center.department p where p.code = d.department_code)) order by d.number)
        from plan.meeting_decision d where d.meeting_id = x.id))) order by x.held_at desc, x.id desc)
  from plan.plan_meeting x where $1::text is null or exists (select from plan.meeting_decision d
    where d.meeting_id = x.id and d.measure_code = $1))))`;

test('the meetings that carry the plan tell what they decided for each measure', async () => {
  const meetings = question('plan-meetings');

  for (const measure of [null, '1-4-0-1', '1-3-3-3']) {
    expect(whole(await ask(city, { ...meetings, variables: { measure } }))).toEqual(
      await gathered.value(expectedMeetings, [measure]),
    );
  }
});

/** Tables that the plan itself keeps. */
const ownTables = new Map([
  ['PlanMeeting', 'plan_meeting'],
  ['Grant', 'grant_award'],
  ['CommunityActivity', 'community_activity'],
  ['Feedback', 'feedback'],
]);

/** A table whose rows a service tells, and the column of their ids. */
interface ToldTable {
  readonly service: string;
  readonly table: string;
  readonly key: string;
}

/** Tables whose rows a service tells as records of a kind; two departments may tell of one kind. */
async function toldByDepartments(): Promise<(readonly [kind: string, ToldTable])[]> {
  const tables: (readonly [string, ToldTable])[] = [];
  for (const { name: service, published } of departments) {
    const rows = await city.sql<{ kind: string; table: string; key: string }>(
      service,
      `select split_part(encode(tgargs, 'escape'), '\\000', 1) as kind, tgrelid::regclass::text as table,
         split_part(encode(tgargs, 'escape'), '\\000', 2) as key
       from pg_trigger where tgname like 'feed\\_%\\_delete'`,
    );
    for (const { kind, ...row } of rows) {
      const [own] = await city.sql<{ key: string }>(
        service,
        `select a.attname as key from pg_index i join pg_attribute a
           on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
         where i.indisprimary and i.indrelid = $1::regclass`,
        [row.table],
      );
      if (kind in published && own?.key === row.key) tables.push([kind, { service, ...row }]);
    }
  }
  return tables;
}

/** Tables that hold what stands for measures, by kind. */
const toldTables = async (): Promise<Map<string, ToldTable>> =>
  new Map([
    ...[...ownTables].map(
      ([kind, table]) => [kind, { service: 'plan', table, key: 'id' }] as const,
    ),
    ...(await toldByDepartments()),
  ]);

/** What an offer or a record is called where its department tells that; people are never named. */
const label = `case when kind = 'Person' then null
  else coalesce(row -> 'title' ->> 'ja', row -> 'name' ->> 'ja', row -> 'theme' ->> 'ja', row -> 'question' ->> 'ja') end`;

test('Q5: records of all departments that nobody touched for 90 days, as their databases say', async () => {
  const told: unknown[] = [];
  const { variables } = question('department/q05');
  for (let after: string | null = null; ;) {
    const { untouchedRecords: page } = whole(
      await askFor(city, 'department/q05', { ...variables, after }),
    );
    told.push(...page.edges.map(({ node }: { node: unknown }) => node));
    if (!page.pageInfo.hasNextPage) break;
    after = page.pageInfo.endCursor;
  }

  const rows = (await toldByDepartments())
    .filter(([kind]) => kind !== 'Referral')
    .map(
      ([kind, { service, table, key }]) =>
        `select '${kind}' as kind, t.${key} as id, to_jsonb(t) as row from ${service}.${table} t`,
    );
  const expected =
    await gathered.value(`select jsonb_agg(jsonb_build_object('kind', kind, 'id', id, 'label', ${label},
      'asOf', iso(as_of), 'department', (select jsonb_build_object('code', d.code, 'name', jsonb_build_object('ja', d.name -> 'ja'))
        from center.department d where d.code = row -> 'provenance' ->> 'department'))
      order by as_of nulls first, kind collate "C", id collate "C")
    from (${rows.join(' union all ')}) told
    cross join lateral (select (row -> 'provenance' ->> 'asOf')::timestamptz as as_of) moment
    where row ->> 'withdrawn_at' is null and (as_of is null or as_of < now() - interval '90 days')`);
  expect(told).toEqual(expected);
  expect(told.length).toBeGreaterThan(100);
});

test('a measure tells nothing once the departments have removed what stood for it', async () => {
  const served = (await measures()).filter(({ tier }) => tier !== 'C');
  const tables = await toldTables();

  const [stood] = await city.sql<{ kinds: Record<string, string[]> }>(
    'plan',
    `select jsonb_object_agg(kind, ids) as kinds from (
       select kind, jsonb_agg(distinct id) as ids from measure_evidence where measure_code = any ($1) group by kind) e`,
    [served.map(({ code }) => code)],
  );
  for (const [kind, ids] of Object.entries(stood?.kinds ?? {})) {
    const { service, table, key } = tables.get(kind) ?? { service: '', table: '', key: '' };
    await city.sql(service, `delete from ${table} where ${key} = any ($1)`, [ids]);
  }
  await city.services.catchUp();

  const left = (await measures()).filter(({ tier }) => tier !== 'C');
  expect(left.flatMap(({ evidence }) => evidence)).toEqual([]);
  const lines = new Map(
    (await planCoverage(city.door.url)).map((line) => [line.split('  ')[0], line]),
  );
  for (const { code } of served) expect(lines.get(code)).toMatch(/ {2}nothing$/);
  const career = whole(await ask(city, question('p17')));
  const grants = whole(await ask(city, question('p23')));
  expect(career).toMatchObject({
    schoolDistrict: { career: [] },
    communityActivities: { edges: [] },
  });
  expect(grants).toMatchObject({ grant: null, measure: { grants: [] } });
}, 180_000);
