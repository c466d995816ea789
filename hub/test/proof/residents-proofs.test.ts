import { randomUUID } from 'node:crypto';

import { addDays, moment, todayInTokyo } from '@manabi/data/tokyo-day';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

import { departments } from '../../src/city/departments.js';
import { askAs, askFor } from '../ask-as.js';
import { ask, question, whole } from '../ask.js';
import { callsOf } from '../calls-of.js';
import { type Gathered, gather } from '../gather.js';
import { type TestCity, openTestCity } from '../open-test-city.js';
import * as view from './residents-view.js';
import { affectedOf } from './told-affected.js';

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

const today = todayInTokyo();
const on = (days: number): string => moment(addDays(today, days), '00:00');
const inTwoWeeks = { from: on(0), to: on(28) };
const promised = 2_000;

const p24 = (facility: string, span = inTwoWeeks) => ({
  ...question('p24'),
  variables: { facility, in: span, from: span.from },
});

test.each(['132292-0302', '132292-0205', '132292-0401', '132292-0404', '132292-0502'])(
  'P24: what a closure of %s would hit is what the databases of all departments say',
  async (code) => {
    const { facility } = whole(await ask(city, p24(code)));

    const asked = [code, inTwoWeeks.from, inTwoWeeks.to];
    expect(affectedOf(facility.affected)).toEqual(await gathered.value(view.affected, asked));
    const standIns = facility.standIns.map(
      (near: { facility: { code: string } }) => near.facility.code,
    );
    expect(standIns).toEqual(await gathered.value(view.standIns, asked));
    const sessions = facility.studyRooms.map(
      (room: { id: string; sessions: { edges: { node: { id: string } }[] } }) => ({
        id: room.id,
        sessions: room.sessions.edges.map(({ node }) => node.id),
      }),
    );
    expect(sessions).toEqual(await gathered.value(view.roomSessions, asked));
  },
);

test('P24: the impact costs few calls of each department, however many rooms, circles and classes there are', async () => {
  for (const { name } of departments) city.door.changed(name);

  const { calls, data } = await callsOf(city, p24('132292-0302'));

  expect(data.facility.affected.edges.length).toBeGreaterThan(3);
  expect(Object.keys(calls).toSorted()).toEqual([
    'center',
    'kominkan',
    'library',
    'sports',
    'welfare',
  ]);
  expect(Math.max(...Object.values(calls))).toBeLessThanOrEqual(4);
});

test('sketch B: departments see rooms, circles, shelf, events and whom to tell in one question', async () => {
  const period = inTwoWeeks;
  const variables = { facility: '132292-0302', period, at: period.from };

  const { facility } = whole(await askFor(city, 'department/sketch-b', variables));

  const asked = [variables.facility, period.from, period.to];
  const expected = (await gathered.value(view.affected, asked)) as {
    departments: {
      department: { code: string };
      opportunities: number;
      times: number;
      people: number;
    }[];
  };
  expect(facility.notify.departments).toMatchObject(
    expected.departments.map(({ department: { code }, opportunities, times, people }) => ({
      department: { code },
      opportunities,
      times,
      people,
    })),
  );
  expect(facility.notify.departments).toHaveLength(expected.departments.length);
  expect(facility.studyRooms.some(({ circles }: { circles: object[] }) => circles.length > 0)).toBe(
    true,
  );
});

test('a closure that a department writes is known to houses, to the search and to its impact at once, and so is its lifting', async () => {
  const code = '132292-0303';
  const input = {
    facilityCode: code,
    startsAt: on(0),
    endsAt: on(60),
    notice: '漏水のため',
    reason: '緊急修繕',
    idempotencyKey: randomUUID(),
  };
  const desk = { role: 'department', scopes: ['facility.close'] } as const;
  const look = async () => {
    const { facility, opportunities } = whole(
      await ask(city, {
        query: `query ($code: ID!) { facility(code: $code) { openNow closures { id } }
          opportunities(filter: { facilityCodes: [$code] }, first: 1) { edges { venueClosures { reason { ja } } } } }`,
        variables: { code },
      }),
    );
    return { facility, edge: opportunities.edges[0] };
  };
  await look();

  const closed = await askAs(city, desk, {
    query: `mutation ($input: CloseFacilityInput!) { closeFacility(input: $input) {
      ... on FacilityClosed { closure { id revision affected { totalCount { value } } } } } }`,
    variables: { input },
  });
  const { id, revision, affected } = closed.data.closeFacility.closure;
  await vi.waitUntil(async () => (await look()).facility.closures.length > 0, {
    timeout: promised,
  });
  const during = await look();
  await askAs(city, desk, {
    query: `mutation ($input: ReopenFacilityInput!) { reopenFacility(input: $input) { __typename } }`,
    variables: { input: { id, revision, reason: '修繕完了', idempotencyKey: randomUUID() } },
  });
  await vi.waitUntil(async () => (await look()).edge.venueClosures.length === 0, {
    timeout: promised,
  });

  expect(affected.totalCount.value).toBeGreaterThan(0);
  expect(during.facility.openNow).toBe('NO');
  expect(during.edge.venueClosures).toEqual([{ reason: { ja: '漏水のため' } }]);
});

test('what its department cancels tells so in the index within two seconds', async () => {
  const [{ id } = { id: '' }] = await city.sql<{ id: string }>(
    'kominkan',
    `select id from course where cancelled_at is null and withdrawn_at is null and starts_at > now() + interval '5 days' order by id limit 1`,
  );
  const state = async () => {
    const { opportunities } = whole(
      await ask(city, {
        query: `{ opportunities(filter: { includeCancelled: true, kinds: [COURSE] }, first: 100) {
          edges { cancelledAt applicationState node { id } } } }`,
      }),
    );
    return opportunities.edges.find(({ node }: { node: { id: string } }) => node.id === id);
  };
  expect(await state()).toMatchObject({ cancelledAt: null });

  await city.sql('kominkan', 'update course set cancelled_at = now() where id = $1', [id]);

  await vi.waitUntil(async () => (await state()).cancelledAt !== null, {
    timeout: promised,
    interval: 20,
  });
  expect(await state()).toMatchObject({ applicationState: 'CLOSED' });
  await city.sql('kominkan', 'update course set cancelled_at = null where id = $1', [id]);
  await vi.waitUntil(async () => (await state()).cancelledAt === null, {
    timeout: promised,
    interval: 20,
  });
});

interface CalendarNode {
  readonly event: string;
  readonly at: string;
  readonly lotteryId: string | null;
  readonly opportunity: { readonly id: string } | null;
  readonly provenance: { readonly stale: boolean };
}

/** All lines of the calendar of a time, page by page. */
async function calendarOf(span: object): Promise<{ groups: CalendarGroup[]; lines: object[] }> {
  const lines: object[] = [];
  for (let after: string | null = null; ;) {
    const variables = { in: span, first: 100, after, linesEach: 1 };
    const { applicationCalendar } = whole(await ask(city, { ...question('p2'), variables }));
    for (const { node } of applicationCalendar.lines.edges as { node: CalendarNode }[]) {
      const { stale: _, ...provenance } = node.provenance;
      const id = node.lotteryId ?? node.opportunity?.id;
      lines.push({ event: node.event, at: node.at, id, provenance });
    }
    const { hasNextPage, endCursor } = applicationCalendar.lines.pageInfo;
    if (!hasNextPage) return { groups: applicationCalendar.groups, lines };
    after = endCursor;
  }
}

interface CalendarGroup {
  readonly lifeStage: string;
  readonly opens: number;
  readonly closes: number;
  readonly draws: number;
  readonly area: { readonly code: string } | null;
  readonly lines: readonly object[];
}

test('P2: the calendar of three weeks, by area and time of life and line by line, is what the databases say', async () => {
  const span = { from: on(0), to: on(21) };

  const { groups, lines } = await calendarOf(span);

  const asked = [span.from, span.to];
  expect(lines).toEqual(await gathered.value(view.calendarLines, asked));
  const shown = groups.map(({ area, lifeStage, opens, closes, draws }) => ({
    area: area?.code ?? null,
    lifeStage,
    opens,
    closes,
    draws,
  }));
  expect(shown).toEqual(await gathered.value(view.calendarGroups, asked));
  expect(groups.every(({ lines: first }) => first.length === 1)).toBe(true);
  expect(lines.length).toBeGreaterThan(20);
});

test('P2: the calendar costs two calls of the center and none of anybody else', async () => {
  for (const { name } of departments) city.door.changed(name);

  const { calls } = await callsOf(city, {
    ...question('p2'),
    variables: { in: { from: on(0), to: on(21) } },
  });

  expect(Object.keys(calls)).toEqual(['center']);
  expect(calls['center']).toBeLessThanOrEqual(2);
});

const resident = { role: 'resident' } as const;
const keep = (input: object) =>
  askAs(city, resident, {
    query: `mutation ($input: KeepLearningRecordInput!) { keepLearningRecord(input: $input) { __typename
      ... on LearningRecordKept { record { id } } } }`,
    variables: {
      input: { consents: true, learnedOn: today, idempotencyKey: randomUUID(), ...input },
    },
  });
const mine =
  '{ myPassport { id records { edges { node { title opportunity { __typename id } } } } } }';

test('P16: a record over departments is read by its owner and by whom the owner lets; erased, nothing holds it', async () => {
  const [{ id } = { id: '' }] = await city.sql<{ id: string }>(
    'library',
    'select id from library_program order by id limit 1',
  );
  const word = 'どこにもない学習の題';
  await keep({ opportunityId: id, minutes: 60 });
  await keep({ title: word, note: word });
  const { data } = await askAs(city, resident, { query: mine });
  const reader = { ...question('department/p16'), variables: { id: data.myPassport.id } };
  const asDesk = {
    role: 'department',
    scopes: ['passport.read'],
    purpose: 'learning-support',
    basis: 'consent',
  } as const;
  const before = await askAs(city, asDesk, reader);
  const [system = ''] = await systemsOf('passport.read');
  await askAs(city, resident, {
    query: `mutation ($input: SharePassportInput!) { sharePassport(input: $input) { __typename } }`,
    variables: { input: { reader: system, mayRead: true, idempotencyKey: randomUUID() } },
  });
  const during = await askAs(city, asDesk, reader);

  const erased = await askAs(city, resident, {
    query: `mutation ($input: ErasePassportInput!) { erasePassport(input: $input) { __typename } }`,
    variables: { input: { idempotencyKey: randomUUID() } },
  });

  expect(data.myPassport.records.edges).toContainEqual({
    node: { title: expect.any(String), opportunity: { __typename: 'LibraryProgram', id } },
  });
  expect(before.data.passport).toBeNull();
  expect(during.data.passport.records.edges).toHaveLength(2);
  expect(erased.data.erasePassport).toEqual({ __typename: 'PassportErased' });
  expect((await askAs(city, asDesk, reader)).data.passport).toBeNull();
  expect((await askAs(city, resident, { query: mine })).data.myPassport).toBeNull();
  for (const { name } of departments) expect(await tablesWith(name, word)).toEqual([]);
});

/** Names of the systems that were registered with a scope, from the issuer's own files. */
async function systemsOf(scope: string): Promise<string[]> {
  const { Clients } = await import('../../src/issuer/clients.js');
  return new Clients(city.home)
    .list()
    .filter(({ scopes }) => scopes.includes(scope))
    .map(({ name }) => name);
}

/** Tables of a service's database that hold a text anywhere in a row. */
async function tablesWith(service: string, word: string): Promise<string[]> {
  const tables = await city.sql<{ name: string }>(
    service,
    `select c.oid::regclass::text as name from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`,
  );
  const holding: string[] = [];
  for (const { name } of tables) {
    const rows = await city.sql(service, `select from ${name} t where to_jsonb(t)::text like $1`, [
      `%${word}%`,
    ]);
    if (rows.length > 0) holding.push(name);
  }
  return holding;
}

/** How far the owners of passports went, by the tables of the three who offer it. */
const expectedSteps = `with kept as (
    select r.passport_id as owner, r.learned_on as day, r.group_id is not null as circle, c.id is not null as course, l.id is not null as story
    from center.learning_record r left join kominkan.course c on c.id = r.opportunity_id
    left join library.library_program l on l.id = r.opportunity_id and l.audiences && '{INFANT,ELEMENTARY,PARENT_CHILD}'),
  gone as (select p.id, s.story, c.course, g.circle from center.passport p
    left join lateral (select min(day) as story from kept where owner = p.id and story) s on true
    left join lateral (select min(day) as course from kept where owner = p.id and course and day >= s.story) c on true
    left join lateral (select min(day) as circle from kept where owner = p.id and circle and day >= c.course) g on true)
  select jsonb_build_array(count(*), count(story), count(course), count(circle)) from gone`;

test('Q28: how many go from storytime to course to circle, by passports alone, few held back, none once they are gone', async () => {
  const plantPassports = async (word: string, many: number, what: string) => {
    await city.sql(
      'center',
      `insert into passport (id, owner, consented_at)
       select '${word}' || n, '${word}' || n, now() from generate_series(1, ${many}) n`,
    );
    await city.sql(
      'center',
      `insert into learning_record (id, passport_id, title, learned_on, opportunity_id, group_id)
       select '${word}' || n || kind, '${word}' || n, kind, day, opportunity, circle
       from generate_series(1, ${many}) n cross join (
         select 'story' as kind, date '2026-04-01' as day, (select min(id) from opportunity_entry
           where kind = 'LibraryProgram' and data -> 'audiences' @> '"PARENT_CHILD"') as opportunity, null as circle
         union all select 'course', '2026-05-01', (select min(id) from opportunity_entry where kind = 'Course'), null
         union all select 'circle', '2026-06-01', null, (select min(id) from learning_group)) step
       where kind = any ($1)`,
      [what.split(' ')],
    );
  };
  const told = async () => {
    const { learningSteps } = whole(await askFor(city, 'department/q28'));
    const now = await gather(city);
    const expected = await now.value(expectedSteps);
    await now.close();
    const cells = [
      learningSteps.passports,
      ...learningSteps.steps.map(({ people }: { people: object }) => people),
    ];
    return { cells, expected };
  };
  const shown = (...values: readonly (number | null)[]) =>
    values.map((value) => ({ value, isHeldBack: value === null }));

  await city.sql('center', 'delete from passport');
  await plantPassports('stayed', 14, 'story');
  await plantPassports('learned', 11, 'story course');
  await plantPassports('joined', 12, 'story course circle');
  await plantPassports('elsewhere', 10, 'course circle');
  const many = await told();
  await city.sql('center', "delete from passport where id like 'joined%' and id > 'joined4'");
  const fewer = await told();
  await city.sql('center', 'delete from passport');
  const none = await told();

  expect(many.expected).toEqual([47, 37, 23, 12]);
  expect(many.cells).toEqual(shown(40, 30, 20, 10));
  // Of the few who joined no number is told.
  expect(fewer.expected).toEqual([42, 32, 18, 7]);
  expect(fewer.cells).toEqual(shown(40, 30, 10, null));
  expect(none.expected).toEqual([0, 0, 0, 0]);
  expect(none.cells).toEqual(shown(0, 0, 0, 0));
}, 60_000);

test('when what is offered is gone, closures hit nothing and the calendar is empty', async () => {
  for (const [service, table] of [
    ['kominkan', 'session'],
    ['kominkan', 'course'],
    ['kominkan', 'lottery_round'],
    ['sports', 'lottery_round'],
    ['sports', 'sports_class'],
    ['welfare', 'care_program'],
    ['library', 'library_program'],
    ['center', 'external_offering'],
  ] as const)
    await city.sql(service, `delete from ${table}`);
  await city.services.catchUp();
  for (const { name } of departments) city.door.changed(name);

  const { facility } = whole(await ask(city, p24('132292-0302')));
  const { groups, lines } = await calendarOf({ from: on(0), to: on(21) });

  expect(affectedOf(facility.affected)).toEqual({
    totalCount: { value: 0, isExact: true },
    departments: [],
    edges: [],
  });
  expect({ groups, lines }).toEqual({ groups: [], lines: [] });
});
