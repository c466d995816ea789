import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { askFor } from '../ask-as.js';
import { ask, question, whole } from '../ask.js';
import { callsOf } from '../calls-of.js';
import { type Gathered, gather } from '../gather.js';
import { type TestCity, openTestCity } from '../open-test-city.js';
import { leftOf } from './offer-view.js';

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

interface Connected {
  readonly edges: readonly { readonly node: { readonly id: string } }[];
}

const idsOf = ({ edges }: Connected): string[] => edges.map(({ node }) => node.id);

/** True of a row about a class of the NDC, one under it or one above it. */
const near = (
  row: string,
  code: string,
) => `exists (select from jsonb_array_elements(${row}.subject_keys) k
  where k ->> 'scheme' = 'NDC' and (k ->> 'code' like ${code} || '%' or ${code} like (k ->> 'code') || '%'))`;

describe('P3: a question now', () => {
  const p3 = question('p3');
  // A Wednesday afternoon, no holiday.
  const expectedDesks = `select coalesce(jsonb_agg(d.id order by d.id collate "C"), '[]') from center.desk d
    where d.withdrawn_at is null and ${near('d', `'36'`)} and d.audiences && '{SENIOR,ANYONE}'
      and case when d.exceptions @> '[{"on": "2026-12-16"}]'
        then exists (select from jsonb_array_elements(d.exceptions) e where e ->> 'on' = '2026-12-16'
          and e ->> 'opensAt' <= '14:00' and e ->> 'closesAt' > '14:00')
        else exists (select from jsonb_array_elements(d.hours) h where h ->> 'weekday' = '3'
          and h ->> 'opensAt' <= '14:00' and h ->> 'closesAt' > '14:00') end`;

  test('the desks that are open and can answer, with books, answered questions, courses and people of the theme', async () => {
    const { subject, opportunities, people } = whole(await ask(city, p3));

    expect(subject.desks.map(({ id }: { id: string }) => id)).toEqual(
      await gathered.value(expectedDesks),
    );
    expect(subject.desks.length).toBeGreaterThan(0);
    expect(subject.desks.every(({ openNow }: { openNow: string }) => openNow === 'YES')).toBe(true);
    const days = subject.desks.flatMap(({ adviceDays }: { adviceDays: Connected }) =>
      idsOf(adviceDays),
    );
    expect(
      await gathered.value(
        `select count(*)::integer from kominkan.advice_day where id = any($1) and desk_id = any($2) and ends_at > now()`,
        [days, subject.desks.map(({ id }: { id: string }) => id)],
      ),
    ).toBe(days.length);
    expect(subject.titles.edges.length).toBeGreaterThan(0);
    expect(subject.referenceCases.edges.length).toBeGreaterThan(0);
    expect(idsOf(opportunities)).toEqual(
      await gathered.value(
        `select coalesce(jsonb_agg(o.id order by o.first_start nulls last, o.id), '[]') from (
           select o.id, first.starts as first_start from every_offer o
           left join lateral (select min(starts) as starts from offer_time t where t.id = o.id) first on true
           where o.cancelled_at is null and o.withdrawn_at is null and o.audiences && '{SENIOR,ANYONE}'
             and (o.ends_at is null or o.ends_at > '2026-12-16T14:00+09:00')
             and exists (select from jsonb_array_elements(o.subject_keys) k
               where k ->> 'scheme' = 'NDC' and k ->> 'code' like '36%')
           order by 2 nulls last, 1 limit 5) o`,
      ),
    );
    expect(idsOf(people)).toEqual(
      await gathered.value(
        `select jsonb_agg(id order by id collate "C") from (select p.id from center.person p
           where p.withdrawn_at is null and ${knows('36')} order by p.id collate "C" limit 3) p`,
      ),
    );
  });

  test('at night no desk is told to be open', async () => {
    const variables = { ...p3.variables, now: '2026-12-16T23:00:00+09:00' };
    const { subject } = whole(await ask(city, { ...p3, variables }));

    expect(subject.desks).toEqual([]);
  });

  test('without desks nobody can answer', async () => {
    await city.sql('center', 'update desk set withdrawn_at = now()');

    const { subject } = whole(await ask(city, p3));

    expect(subject.desks).toEqual([]);
    await city.sql('center', 'update desk set withdrawn_at = null');
  });
});

describe('P13: what a school asks for a unit', () => {
  const units = `from center.school_unit u where u.withdrawn_at is null and u.grade = 5 and u.school_subject = '理科'`;
  const wanted = `jsonb_array_elements(u.subject_keys) w`;
  const fits = (row: string) =>
    `exists (select from ${wanted} where ${near(row, `(w ->> 'code')`)} and w ->> 'scheme' = 'NDC')`;

  test('guest teachers, books and visits are those that the registers say fit', async () => {
    const { schoolUnits } = whole(await ask(city, question('p13')));

    const found = schoolUnits.edges.map(
      ({
        node,
      }: {
        node: {
          id: string;
          guestTeachers: { id: string }[];
          siteVisits: { id: string }[];
          subjects: { titles: { edges: unknown[] } }[];
        };
      }) => ({
        id: node.id,
        guests: node.guestTeachers.map(({ id }) => id),
        visits: node.siteVisits.map(({ id }) => id),
      }),
    );
    expect(found).toEqual(
      await gathered.value(
        `select jsonb_agg(jsonb_build_object('id', u.id,
           'guests', (select coalesce(jsonb_agg(p.id order by not 'SCHOOL_VOLUNTEER' = any(p.roles), p.id collate "C"), '[]')
             from center.person p where p.withdrawn_at is null and ${fits('p')} and ${teachesAge10}
               and (cardinality(p.district_codes) = 0 or 'D12' = any(p.district_codes))
               and exists (select from jsonb_array_elements(p.free_times) t where t ->> 'weekday' = '2'
                 and t ->> 'startsAt' <= '10:30' and t ->> 'endsAt' >= '11:20')
               and not exists (select from jsonb_array_elements(p.unavailable) d
                 where '2026-12-01' between d ->> 'from' and d ->> 'to')
               and not exists (select from center.assignment a where a.person_id = p.id and a.released_at is null
                 and a.starts_at < '2026-12-01T11:20+09:00' and a.ends_at > '2026-12-01T10:30+09:00')),
           'visits', (select coalesce(jsonb_agg(v.id order by v.id collate "C"), '[]') from center.site_visit v
             where v.withdrawn_at is null and ${fits('v')} and v.grade_from <= 5 and v.grade_to >= 5
               and v.weekdays @> '2' and (v.months = '[]' or v.months @> '12')))
         order by u.id collate "C") ${units}`,
      ),
    );
    expect(found.some(({ guests }: { guests: string[] }) => guests.length > 0)).toBe(true);
    expect(found.some(({ visits }: { visits: string[] }) => visits.length > 0)).toBe(true);
  });

  test('the book sets are those that the library keeps under the numbers of the unit', async () => {
    const { schoolUnits } = whole(await ask(city, question('p13')));

    const found = schoolUnits.edges.flatMap(
      ({ node }: { node: { subjects: { code: string; bookSets: Connected }[] } }) =>
        node.subjects.map(({ code, bookSets }) => ({ code, sets: idsOf(bookSets).toSorted() })),
    );
    expect(found).toEqual(
      await gathered.value(
        `select jsonb_agg(jsonb_build_object('code', w ->> 'code', 'sets', (
           select coalesce(jsonb_agg(b.id order by b.id collate "C"), '[]') from library.book_set b
           where b.withdrawn_at is null and exists (select from jsonb_array_elements(b.subject_keys) k
             where k ->> 'scheme' = 'NDC' and k ->> 'code' like (w ->> 'code') || '%')))
           order by u.id collate "C", w.place)
         ${units.replace('where', 'cross join jsonb_array_elements(u.subject_keys) with ordinality w (w, place) where')}`,
      ),
    );
    expect(found.some(({ sets }: { sets: string[] }) => sets.length > 0)).toBe(true);
  });

  test('without units nothing is answered', async () => {
    await city.sql('center', 'update school_unit set withdrawn_at = now()');

    const { schoolUnits } = whole(await ask(city, question('p13')));

    expect(schoolUnits.edges).toEqual([]);
    await city.sql('center', 'update school_unit set withdrawn_at = null');
  });
});

describe('P14: experience programmes', () => {
  test('programmes of a grade and season come with their times, and the supporters whom each has and lacks', async () => {
    const { experiencePrograms } = whole(await ask(city, question('p14')));

    const found = experiencePrograms.edges.map(
      ({
        node,
      }: {
        node: {
          id: string;
          department: { code: string };
          sessions: {
            id: string;
            placesLeft: number;
            supportersMissing: number;
            supporters: { id: string }[];
          }[];
        };
      }) => ({
        id: node.id,
        department: node.department.code,
        sessions: node.sessions.map(({ id, placesLeft, supportersMissing, supporters }) => ({
          id,
          placesLeft,
          supportersMissing,
          supporters: supporters.map((person) => person.id),
        })),
      }),
    );
    expect(found).toEqual(
      await gathered.value(
        `select jsonb_agg(jsonb_build_object('id', p.id, 'department', p.department_code,
           'sessions', (select coalesce(jsonb_agg(jsonb_build_object('id', s.id,
               'placesLeft', ${leftOf('s')},
               'supportersMissing', greatest(0, s.supporters_needed - cardinality(who.ids)),
               'supporters', to_jsonb(who.ids)) order by s.starts_at, s.id), '[]')
             from center.experience_session s
             cross join lateral (select coalesce(array_agg(a.person_id order by a.person_id collate "C"), '{}') as ids
               from center.assignment a where a.session_id = s.id and a.released_at is null) who
             where s.program_id = p.id and s.ends_at > now())) order by p.id collate "C")
         from center.experience_program p where p.withdrawn_at is null and p.grade_from <= 5 and p.grade_to >= 5
           and 'WINTER' = any(p.seasons)`,
      ),
    );
    expect(found.length).toBeGreaterThan(3);
  });

  test('nobody is promised to two programmes at once', async () => {
    expect(
      await gathered.value(
        `select count(*)::integer from center.assignment a join center.assignment b on a.person_id = b.person_id
           and a.id < b.id and a.starts_at < b.ends_at and b.starts_at < a.ends_at
           and a.released_at is null and b.released_at is null`,
      ),
    ).toBe(0);
  });

  test('without programmes nothing is offered', async () => {
    await city.sql('center', 'update experience_program set withdrawn_at = now()');

    const { experiencePrograms } = whole(await ask(city, question('p14')));

    expect(experiencePrograms.edges).toEqual([]);
    await city.sql('center', 'update experience_program set withdrawn_at = null');
  });
});

describe('P20: what others offer', () => {
  test('each tells whose it is, where the record comes from, and whether the city vouches for it', async () => {
    const { externalOfferings } = whole(await ask(city, question('p20')));

    const found = externalOfferings.edges.map(
      ({
        node: { id, provider, providerKind, atOwnResponsibility, provenance },
      }: {
        node: Record<string, unknown>;
      }) => ({ id, provider, providerKind, atOwnResponsibility, provenance }),
    );
    expect(found).toEqual(
      await gathered.value(
        `select jsonb_agg(jsonb_build_object('id', o.id, 'provider', o.provider, 'providerKind', o.provider_kind,
           'atOwnResponsibility', o.at_own_responsibility,
           'provenance', pick(o.provenance, 'department', 'dataset', 'licence', 'sample')) order by o.id collate "C")
         from center.external_offering o where o.withdrawn_at is null and (o.ends_at is null or o.ends_at > now())`,
      ),
    );
    const said = new Set(
      found.map(({ atOwnResponsibility }: { atOwnResponsibility: string }) => atOwnResponsibility),
    );
    expect(said).toEqual(new Set(['YES', 'NO', 'UNKNOWN']));
  });

  test('without outside offerings nothing is told', async () => {
    await city.sql('center', 'update external_offering set withdrawn_at = now()');

    const { externalOfferings } = whole(await ask(city, question('p20')));

    expect(externalOfferings.edges).toEqual([]);
    await city.sql('center', 'update external_offering set withdrawn_at = null');
  });
});

test('no question asks a department once for each row, however many there are', async () => {
  const p3 = await callsOf(city, question('p3'));
  const p5 = await callsOf(city, question('p5'));
  const p13 = await callsOf(city, question('p13'));
  const p14 = await callsOf(city, question('p14'));

  expect(p3.calls).toEqual({ center: 1, library: 1, kominkan: 1 });
  expect(p5.calls).toEqual({ center: 1, kominkan: 1, sports: 1 });
  expect(p13.calls).toEqual({ center: 1, library: 1, kominkan: 1, welfare: 1 });
  expect(p14.calls).toEqual({ center: 1, kominkan: 1 });
});
