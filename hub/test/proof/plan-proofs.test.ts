import { afterAll, beforeAll, expect, test } from 'vitest';

import { planCoverage } from '../../src/command/plan.js';
import { departments } from '../../src/city/departments.js';
import { ask, question, whole } from '../ask.js';
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

/** Tables whose rows a service tells as records of a kind, by kind. */
async function toldTables(): Promise<Map<string, { service: string; table: string; key: string }>> {
  const tables = new Map<string, { service: string; table: string; key: string }>();
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
      if (kind in published && own?.key === row.key) tables.set(kind, { service, ...row });
    }
  }
  return tables;
}

test('a measure tells nothing once the departments have removed what stood for it', async () => {
  const served = (await measures()).filter(({ tier }) => tier !== 'C');
  const tables = await toldTables();

  for (const { code } of served) {
    const things = await city.sql<{ kind: string; ids: string[] }>(
      'plan',
      'select kind, array_agg(distinct id) as ids from measure_evidence where measure_code = $1 group by kind',
      [code],
    );
    for (const { kind, ids } of things) {
      const { service, table, key } = tables.get(kind) ?? { service: '', table: '', key: '' };
      await city.sql(service, `delete from ${table} where ${key} = any ($1)`, [ids]);
    }
    await city.services.catchUp();
    const lines = await planCoverage(city.door.url);
    expect(lines.find((line) => line.startsWith(`${code}  `))).toMatch(/ {2}nothing$/);
  }
});
