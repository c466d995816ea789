import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { askFor } from '../ask-as.js';
import { ask, question, whole } from '../ask.js';
import { type Gathered, gather } from '../gather.js';
import { type TestCity, openTestCity } from '../open-test-city.js';

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

/** The departments for which somebody led something that was not withdrawn, from the departments' own tables. */
const ledFor = (person: string) => `(
  select coalesce(jsonb_agg(jsonb_build_object('code', led.department, 'times', led.times) order by led.department), '[]')
  from (
    select o.provenance ->> 'department' as department, count(*) as times
    from (
      select provenance, instructor_ids as leaders, withdrawn_at from kominkan.course
      union all select provenance, coach_ids, withdrawn_at from sports.sports_class
    ) o where ${person} = any(o.leaders) and o.withdrawn_at is null group by 1
  ) led)`;

/** The three latest things that somebody led, of one department's table. */
const led = (table: string, leaders: string) => `(
  select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'title', jsonb_build_object('ja', o.title -> 'ja'),
    'startsAt', iso(o.starts_at)) order by o.starts_at desc, o.id desc), '[]')
  from (select * from ${table} where p.id = any(${leaders}) and withdrawn_at is null
    order by starts_at desc, id desc limit 3) o)`;

/** Whether somebody said to have time on Friday 4 December 2026 from 10:00 to 11:30. */
const isFree = `exists (select from jsonb_array_elements(p.free_times) t where t ->> 'weekday' = '5'
    and t ->> 'startsAt' <= '10:00' and t ->> 'endsAt' >= '11:30')
  and not exists (select from jsonb_array_elements(p.unavailable) d
    where '2026-12-04' between d ->> 'from' and d ->> 'to')
  and not exists (select from center.assignment a where a.person_id = p.id and a.released_at is null
    and a.starts_at < '2026-12-04T11:30+09:00' and a.ends_at > '2026-12-04T10:00+09:00')`;

const knows = (code: string) =>
  `exists (select from jsonb_array_elements(p.subject_keys) k where k ->> 'scheme' = 'NDC' and k ->> 'code' like '${code}%')`;

const teachesAge10 = `coalesce((p.ages ->> 'minMonths')::integer <= 131, true)
  and coalesce((p.ages ->> 'maxMonths')::integer >= 120, true)`;

describe('P5: people of the talent bank for a need', () => {
  const nodes = (answer: { edges: { node: Record<string, unknown> }[] }) =>
    answer.edges.map(({ node }) => node);
  const edgesToNodes = (connection: { edges: { node: unknown }[] }) =>
    connection.edges.map(({ node }) => node);

  test('a resident reads who fits and what each led in any department', async () => {
    const { people } = whole(await ask(city, question('p5')));

    const found = nodes(people).map((node) => ({
      id: node['id'],
      name: node['name'],
      roles: node['roles'],
      districts: node['districts'],
      // The document asks each of these as a list of the shape compared.
      led: (node['ledFor'] as { department: { code: string }; times: number }[]).map(
        ({ department, times }) => ({ code: department.code, times }),
      ),
      taught: edgesToNodes(node['taught'] as never),
      coached: edgesToNodes(node['coached'] as never),
    }));
    expect(found).toEqual(
      await gathered.value(
        `select coalesce(jsonb_agg(jsonb_build_object('id', p.id,
           'name', jsonb_build_object('ja', p.name -> 'ja', 'kana', p.name -> 'kana'), 'roles', to_jsonb(p.roles),
           'districts', (select coalesce(jsonb_agg(jsonb_build_object('code', d.code,
               'name', jsonb_build_object('ja', d.name -> 'ja')) order by u.place), '[]')
             from unnest(p.district_codes) with ordinality u (code, place)
             join center.school_district d on d.code = u.code),
           'led', ${ledFor('p.id')},
           'taught', ${led('kominkan.course', 'instructor_ids')},
           'coached', ${led('sports.sports_class', 'coach_ids')}) order by p.id collate "C"), '[]')
         from center.person p where p.withdrawn_at is null and ${knows('61')} and ${teachesAge10} and ${isFree}
           and (cardinality(p.district_codes) = 0 or 'D12' = any(p.district_codes))`,
      ),
    );
    expect(found.length).toBeGreaterThan(0);
    expect(found.some(({ taught }) => taught.length > 0)).toBe(true);
  });

  test('a department that introduces people reads how to reach those who consented, and of nobody else', async () => {
    const { people } = whole(await askFor(city, 'department/p5'));

    const found = nodes(people).map(({ id, contactConsent, contact }) => ({
      id,
      contactConsent,
      contact,
    }));
    expect(found).toEqual(
      await gathered.value(
        `select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'contactConsent', p.contact_consent,
           'contact', case when p.contact_consent = 'YES' then
             jsonb_build_object('phone', p.phone, 'email', p.email) end) order by p.id collate "C"), '[]')
         from center.person p where p.withdrawn_at is null and ${knows('6')} and ${teachesAge10} and ${isFree}`,
      ),
    );
    expect(found.some(({ contact }) => contact !== null)).toBe(true);
  });

  test('without a talent bank nobody is found', async () => {
    await city.sql('center', 'update person set withdrawn_at = now()');

    const { people } = whole(await ask(city, question('p5')));

    expect(people.edges).toEqual([]);
    await city.sql('center', 'update person set withdrawn_at = null');
  });
});
