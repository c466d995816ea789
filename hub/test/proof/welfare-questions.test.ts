import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';

import { type Collector, openCollector } from '@manabi/gateway/testing/collector';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

import { departments } from '../../src/city/departments.js';
import { paths } from '../../src/city/front-door.js';
import { askAs, askFor } from '../ask-as.js';
import { type Asked, ask, question, whole } from '../ask.js';
import { type Gathered, gather } from '../gather.js';
import { type TestCity, openTestCity } from '../open-test-city.js';
import { sittingPlaces } from './sitting-view.js';

let city: TestCity;
let gathered: Gathered;
let collector: Collector;
const logged: string[] = [];

const sink = new Writable({
  write(chunk, _, done) {
    logged.push(String(chunk));
    done();
  },
});

beforeAll(async () => {
  collector = await openCollector();
  city = await openTestCity({
    log: pino({ level: 'trace' }, sink),
    observation: { operatorPort: 0, traces: collector.endpoint },
  });
  gathered = await gather(city);
});

afterAll(async () => {
  await gathered.close();
  await city.stop();
  await collector.close();
});

const p9 = question('p9');
const nearStation = { latitude: 35.7281, longitude: 139.5432 };

/** Days of a June without holidays: a Monday to a Sunday, by day, in the evening and at night. */
const moments = [
  '14T16:30',
  '15T20:15',
  '16T10:00',
  '18T18:30',
  '19T15:00',
  '20T16:00',
  '15T23:30',
].map((text) => `2027-06-${text}:00+09:00`);

test.each(moments)(
  'P9: where a fifteen-year-old may sit at %s is what three departments say',
  async (at) => {
    const asked = { ...p9, variables: { ...p9.variables, at, minutes: 30 } };
    const { sittingPlaces: found } = whole(await ask(city, asked));

    const { latitude, longitude } = nearStation;
    const expected = await gathered.value(sittingPlaces(), [15, latitude, longitude, at, 30]);
    expect(found.edges).toEqual(expected);
    const isNight = at.includes('T23');
    expect(found.edges.length > 3).toBe(!isNight);
  },
);

test('P9: a child of eleven is sent elsewhere than a teenager, and nobody further than asked', async () => {
  const [, at] = moments;
  const { latitude, longitude } = nearStation;
  for (const [age, minutes] of [
    [11, 30],
    [15, 12],
    [19, 60],
  ] as const) {
    const asked = { ...p9, variables: { ...p9.variables, at, age, minutes } };
    const { sittingPlaces: found } = whole(await ask(city, asked));

    const values = [age, latitude, longitude, at, minutes];
    expect(found.edges).toEqual(await gathered.value(sittingPlaces(), values));
    expect(found.edges.length).toBeGreaterThan(0);
  }
});

test('Q15: where my son may study in quiet until nine tonight', async () => {
  const q15 = question('q15');
  const { sittingPlaces: found } = whole(await ask(city, q15));

  const { age, minutes, at, until } = q15.variables;
  const { latitude, longitude } = nearStation;
  const condition = `p.quiet = 'YES' and closes >= '${String(until)}'`;
  const values = [age, latitude, longitude, at, minutes];
  expect(found.edges).toEqual(await gathered.value(sittingPlaces(condition), values));
  expect(found.edges.length).toBeGreaterThan(0);
});

interface Near {
  readonly distance: number;
  readonly node: { readonly id: string };
}

test('Q2: what parents find near the 1.5-year check-up on its day', async () => {
  const day = await gathered.value(
    `select to_char(min(t.starts) at time zone 'Asia/Tokyo', 'YYYY-MM-DD') from offer_time t
     join welfare.care_program c on c.id = t.id where c.title ->> 'ja' like '一歳六か月児の健診%' and t.starts > now()`,
  );
  const { checkUp, near } = question('department/q02').variables;
  const [from, to] = [`${String(day)}T00:00:00+09:00`, `${String(day)}T23:59:59+09:00`];
  const answer = whole(await askFor(city, 'department/q02', { checkUp, near, day: { from, to } }));

  const expected = await gathered.value(
    `select jsonb_agg(jsonb_build_object('id', o.id, 'distance', round(d.metres)) order by o.first_start nulls last, o.id)
     from offer o join center.facility f on f.code = o.venue_code
     cross join lateral (select 2 * 6371009 * asin(sqrt(
       sin(radians($3::float8 - (f.point ->> 'latitude')::float8) / 2) ^ 2
       + cos(radians($3::float8)) * cos(radians((f.point ->> 'latitude')::float8))
         * sin(radians($4::float8 - (f.point ->> 'longitude')::float8) / 2) ^ 2)) as metres) d
     where d.metres <= 1500 and o.audiences && '{PARENT_CHILD,INFANT,ANYONE}'::text[]
       and exists (select from offer_time t where t.id = o.id
         and t.starts <= $2 and coalesce(t.ends, t.starts) >= $1)`,
    [from, to, 35.741207, 139.559022],
  );
  const found = answer.opportunities.edges.map(({ distance, node }: Near) => ({
    id: node.id,
    distance,
  }));
  expect(found).toEqual(expected);
  expect(found.map(({ id }: { id: string }) => id)).toContain(checkUp);
});

test('staff read the notes on a theme, and nobody else more than their summaries', async () => {
  const notes = question('department/practice-notes');
  const { subject } = whole(await askFor(city, 'department/practice-notes'));
  const anybody = await askAs(city, { role: 'department' }, notes);

  const expected =
    await gathered.value(`select jsonb_agg(jsonb_build_object('id', n.id, 'learned', n.learned)
      order by n.written_on desc, n.id desc) from welfare.practice_note n
    where exists (select from jsonb_array_elements(n.subject_keys) k where k ->> 'scheme' = 'NDC' and k ->> 'code' like '36%')`);
  const learned = ({ node }: { node: { id: string; learned: string | null } }) => ({
    id: node.id,
    learned: node.learned,
  });
  expect(subject.practiceNotes.edges.map(learned)).toEqual(expected);
  expect(new Set(anybody.errors?.map(({ extensions }) => extensions?.code))).toEqual(
    new Set(['FORBIDDEN']),
  );
  for (const edge of anybody.data.subject.practiceNotes.edges)
    expect(learned(edge).learned).toBeNull();
});

test('a programme that its department publishes is found by everybody, and no more once it is cancelled', async () => {
  const query = '{ opportunities(filter: { text: "夏の水あそび" }) { edges { node { id } } } }';
  const isFound = async () => {
    await city.services.catchUp();
    return whole(await ask(city, { query })).opportunities.edges.length > 0;
  };

  const { publishCareProgram: told } = whole(await askFor(city, 'department/publish-care-program'));
  expect(await isFound()).toBe(true);
  const { input } = question('department/cancel-care-program').variables;
  const { id, revision } = told.careProgram;
  const cancel = { input: Object.assign({}, input, { id, revision }) };
  const cancelled = whole(await askFor(city, 'department/cancel-care-program', cancel));

  expect(cancelled.cancelCareProgram.careProgram.cancelledAt).not.toBeNull();
  expect(await isFound()).toBe(false);
});

/** What nobody but who asks may ever read: a language, an age and ages of children that occur nowhere else. */
const marks = { language: 'xq-Zeugma7b', age: 119, childMonths: [211, 213] } as const;
const traces = /Zeugma7b|\[\s*211\s*,\s*213\s*\]/i;

const profile = { ...marks, wheelchair: true, signLanguage: true, eveningOnly: true };

const documents: readonly Asked[] = ['p11', 'q13', 'q14', 'sketch-a', 'p10'].map((name) => {
  const { query, variables } = question(name);
  return { query, variables: { ...variables, profile } };
});

/** The same with the profile written into the document, and one that is refused. */
const written: readonly [Asked, Asked] = [
  {
    query: `{ opportunities(first: 3) { edges { node { ... on Course { support(profile: {
      language: "xq-Zeugma7b", age: 119, childMonths: [211, 213] }) { verdict { answer } } } } } } }`,
  },
  {
    query: `query ($p: SupportProfile!) { facility(code: "132292-0401") { access { verdict(profile: $p) { answer } } } }`,
    variables: { p: { ...profile, childMonths: [211, 213, 999] } },
  },
];

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'));

test('a profile leaves no trace in logs, spans, metrics, the access record, kept answers or any database', async () => {
  const keptOfWelfare = () =>
    city.door.publicGateway.keptAnswers().services.find(({ service }) => service === 'welfare')
      ?.kept ?? 0;
  const before = keptOfWelfare();

  const answers = await Promise.all(
    [paths.public, paths.department].flatMap((path) =>
      [...documents, ...written].map((asked) => ask(city, asked, { path })),
    ),
  );
  // One request in a hundred is traced.
  for (let times = 0; times < 600; times += 1) await ask(city, written[1]);
  await vi.waitFor(() => expect(collector.spans().length).toBeGreaterThan(0), { timeout: 15_000 });
  const metrics = await fetch(`${city.operatorUrl}/metrics`).then((response) => response.text());

  expect(answers.filter(({ data }) => data).length).toBeGreaterThan(8);
  expect(JSON.stringify(answers)).toMatch(traces);
  expect(keptOfWelfare()).toBe(before);
  expect(metrics).toContain('hub_gateway_requests_total');
  const places = [...logged, ...collector.texts, metrics, ...filesUnder(city.home.folder)];
  expect(places.filter((text) => traces.test(text))).toEqual([]);
  for (const { name } of departments) {
    const tables = await city.sql<{ name: string }>(
      name,
      `select quote_ident(relname) as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
    );
    for (const table of tables) {
      const [found] = await city.sql<{ count: string }>(
        name,
        `select count(*) from ${table.name} t where t::text ~* 'Zeugma7b'`,
      );
      expect(`${name}.${table.name} ${found?.count}`).toBe(`${name}.${table.name} 0`);
    }
  }
}, 120_000);

test("without the departments' places there is nowhere to sit", async () => {
  await city.sql('library', 'delete from library_sitting_place');
  await city.sql('kominkan', 'delete from kominkan_sitting_place');
  await city.sql('welfare', 'delete from children_hall_sitting_place');
  await city.services.catchUp();
  const [at] = moments;

  const { sittingPlaces: found } = whole(
    await ask(city, { ...p9, variables: { ...p9.variables, at } }),
  );
  expect(found.edges).toEqual([]);
});
