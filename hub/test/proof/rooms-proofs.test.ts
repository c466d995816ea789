import { addDays, moment, todayInTokyo, weekdayOf } from '@manabi/data/tokyo-day';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { departments } from '../../src/city/departments.js';
import { askFor } from '../ask-as.js';
import { ask, question, whole } from '../ask.js';
import { callsOf } from '../calls-of.js';
import { type Gathered, gather } from '../gather.js';
import { type TestCity, openTestCity } from '../open-test-city.js';
import { leftOf } from './offer-view.js';
import * as view from './rooms-view.js';

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
const tuesday = Array.from({ length: 7 }, (_, at) => addDays(today, 10 + at)).find(
  (day) => weekdayOf(day) === 2,
)!;
const evening = { from: moment(tuesday, '18:30'), to: moment(tuesday, '22:00') };
const days = { from: moment(today, '00:00'), to: moment(addDays(today, 60), '00:00') };
const tuesdayEvenings = [days.from, days.to, 2, '18:00', '22:00'];

/** What a node holds but for its fields of these names, and those within. */
function without(value: unknown, ...names: readonly string[]): unknown {
  return JSON.parse(
    JSON.stringify(value, (name, part: unknown) => (names.includes(name) ? undefined : part)),
  );
}

const p8 = () => ({
  ...question('p8'),
  variables: { ...question('p8').variables, free: evening, days },
});

test('P8: rooms and courts that are free on a Tuesday evening come with access, free times, lotteries and odds', async () => {
  const answer = whole(await ask(city, p8()));

  const asked = (equipment: string) => [
    30,
    [equipment],
    evening.from,
    evening.to,
    ...tuesdayEvenings,
  ];
  const slotIds = (found: { edges: { node: object }[] }) =>
    found.edges.map(({ node }) => ({
      node: { ...node, freeIn: without(Reflect.get(node, 'freeIn'), 'id') },
    }));
  expect(slotIds(answer.studyRooms)).toEqual(
    await gathered.value(view.freeStudyRooms, asked('プロジェクター')),
  );
  expect(slotIds(answer.courts)).toEqual(await gathered.value(view.freeCourts, asked('卓球台')));
  expect(answer.studyRooms.edges.length + answer.courts.edges.length).toBeGreaterThan(0);
});

test('P8: access of all those places costs one call of the center and one of welfare', async () => {
  for (const { name } of departments) city.door.changed(name);

  const { calls } = await callsOf(city, p8());

  expect(calls).toEqual({ kominkan: 1, sports: 1, center: 1, welfare: 1 });
});

test.each([
  ['78', 2],
  ['76', 5],
])(
  'P6: circles of NDC %s come with where they meet next and what feeds them',
  async (code, least) => {
    const subject = { scheme: 'NDC', code };
    const { groups } = whole(
      await ask(city, { ...question('p6'), variables: { subject, acceptsBeginners: 'YES' } }),
    );

    const nodes = groups.edges.map(({ node }: { node: object }) =>
      without(node, 'alternatives', 'applicationState'),
    );
    expect(nodes).toEqual(await gathered.value(view.circles, [JSON.stringify(subject)]));
    expect(nodes.length).toBeGreaterThanOrEqual(least);
  },
);

test('P6: circles, courses, rooms and courts cost two calls at most of each department', async () => {
  for (const { name } of departments) city.door.changed(name);

  const { calls } = await callsOf(city, question('p6'));

  expect(Object.keys(calls).toSorted()).toEqual(['center', 'kominkan', 'sports']);
  expect(Math.max(...Object.values(calls))).toBeLessThanOrEqual(2);
});

test('P21: a theme leads to the office that speaks, to its times and to the rooms free then', async () => {
  const p21 = question('p21');
  const { deliveryLectures } = whole(await ask(city, p21));

  const { text, audience } = p21.variables;
  expect(deliveryLectures.edges).toEqual(await gathered.value(view.lectures, [text, audience]));
  expect(deliveryLectures.edges.length).toBeGreaterThan(1);
});

test('advice days name the desk, the house and the places left', async () => {
  const { adviceDays } = whole(await ask(city, question('advice-days')));

  const expected =
    await gathered.value(`select jsonb_agg(jsonb_build_object('id', a.id, 'placesLeft', ${leftOf('counted')},
      'startsAt', iso(a.starts_at), 'desk', pick(d.name, 'ja'), 'venue', pick(f.name, 'ja')) order by a.starts_at, a.id)
    from (select * from kominkan.advice_day where ends_at > now() order by starts_at, id limit 20) a
    cross join lateral (select a.places as capacity, a.places - a.places_left as taken) counted
    join center.desk d on d.id = a.desk_id join center.facility f on f.code = a.venue_code`);
  const days = adviceDays.edges.map(
    ({ node: { id, placesLeft, startsAt, desk, venue } }: { node: Record<string, never> }) => ({
      id,
      placesLeft,
      startsAt,
      desk: Reflect.get(desk ?? {}, 'name'),
      venue: Reflect.get(venue ?? {}, 'name'),
    }),
  );
  expect(days).toEqual(expected);
  expect(days.length).toBeGreaterThan(3);
});

test('Q7: which circles lose their room when a house closes, and which others are free at their times', async () => {
  const q7 = question('department/q07');
  const variables = { facility: '132292-0303', in: days };
  const { facility } = whole(await askFor(city, 'department/q07', variables));

  const uses = facility.studyRooms.flatMap((room: { id: string; regularUsers: object[] }) =>
    room.regularUsers.map((use) => {
      const { group, alternatives } = use as {
        group: { id: string };
        alternatives: object[];
      };
      return [`${group.id} ${room.id}`, alternatives.map((other) => without(other, 'metres'))];
    }),
  );
  expect(q7.variables).toMatchObject({ facility: variables.facility });
  expect(Object.fromEntries(uses)).toEqual(
    await gathered.value(view.otherRooms, [variables.facility, days.from, days.to]),
  );
  expect(uses.length).toBeGreaterThan(3);
});

test('Q12: in the evening or at the weekend, free and for beginners, near by', async () => {
  const answer = whole(await ask(city, question('q12')));

  const near = `exists (select from center.facility f where f.code = o.venue_code and 2 * 6371009 * asin(sqrt(
      sin(radians((f.point ->> 'latitude')::float8 - 35.7257) / 2) ^ 2 + cos(radians(35.7257)) * cos(radians((f.point ->> 'latitude')::float8))
      * sin(radians((f.point ->> 'longitude')::float8 - 139.538) / 2) ^ 2)) <= 1600)`;
  const free = `o.fee ->> 'kind' = 'FREE'`;
  const weekend = `exists (select from offer_time t where t.id = o.id
    and extract(isodow from t.starts at time zone 'Asia/Tokyo') in (6, 7))`;
  const expected = (condition: string) =>
    gathered.value(`select coalesce(jsonb_agg(o.id order by o.first_start nulls last, o.id), '[]')
      from offer o where ${near} and ${free} and ${condition}`);
  const ids = (found: { edges: { node: { id: string } }[] }) =>
    found.edges.map(({ node }) => node.id);
  const texts = ['kominkan.course', 'sports.sports_class', 'welfare.care_program']
    .concat('library.library_program', 'center.external_offering')
    .map(
      (table) => `select id, title::text || coalesce(summary ->> 'ja', '') as said from ${table}`,
    );
  const beginning = `exists (select from (${texts.join(' union all ')}) t where t.id = o.id and said ~ 'はじめ|ハジメ')`;

  expect(ids(answer.classes)).toEqual(await expected(`o.kind = 'SPORTS_CLASS' and ${weekend}`));
  expect(ids(answer.weekends)).toEqual(await expected(`${beginning} and ${weekend}`));
  expect(ids(answer.evenings)).toEqual(
    await expected(
      `${beginning} and exists (select from offer_band b where b.id = o.id and b.code = 'EVENING')`,
    ),
  );
});

test('Q17: a circle for watercolour that takes beginners, and its next meeting', async () => {
  const { groups } = whole(await ask(city, question('q17')));

  const subject = { scheme: 'NDC', code: '72' };
  const expected = await gathered.value(
    `select jsonb_agg(jsonb_build_object('id', c -> 'id', 'next', c -> 'usualRooms' -> 0 -> 'next'))
     from jsonb_array_elements((${view.circles})) c`,
    [JSON.stringify(subject)],
  );
  expect(
    groups.edges.map(({ node }: { node: { id: string; usualRooms: { next: object }[] } }) => ({
      id: node.id,
      next: node.usualRooms[0]?.next,
    })),
  ).toEqual(expected);
  expect(groups.edges[0].node.name.ja).toBe('ひばり水彩会');
});

test('Q18: a room for 30 on Tuesday evenings comes with when and how to enter its lottery', async () => {
  const { studyRooms } = whole(await ask(city, { ...question('q18'), variables: { days } }));

  const rooms = studyRooms.edges.map(({ node }: { node: object }) => ({
    node: { ...node, freeIn: without(Reflect.get(node, 'freeIn'), 'id') },
  }));
  expect(rooms).toEqual(
    await gathered.value(view.eveningRooms, [30, [], days.from, days.to, ...tuesdayEvenings]),
  );
  expect(rooms.length).toBeGreaterThan(10);
});

test('Q30: odds of every room, court and part of the day, and what four more times would do', async () => {
  const answer = whole(await askFor(city, 'department/q30'));

  expect(answer.studyRooms.edges).toEqual(await gathered.value(view.roomOdds, [4]));
  expect(answer.courts.edges).toEqual(await gathered.value(view.courtOdds, [4]));
});

test('health menus name the departments that made them and the classes in which they are practised', async () => {
  const { healthMenus } = whole(await ask(city, question('health-menus')));

  const expected =
    await gathered.value(`select jsonb_agg(jsonb_build_object('id', m.id, 'steps', m.steps,
      'developedBy', (select jsonb_agg(jsonb_build_object('code', d.code, 'name', pick(d.name, 'ja')) order by place)
        from unnest(m.department_codes) with ordinality e (code, place) join center.department d on d.code = e.code),
      'classes', (select jsonb_agg(jsonb_build_object('id', c.id, 'adapted', c.adapted, 'adaptations', c.adaptations,
          'venue', (select jsonb_build_object('code', f.code, 'name', pick(f.name, 'ja')) from center.facility f where f.code = c.venue_code)) order by place)
        from unnest(m.class_ids) with ordinality e (id, place) join sports.sports_class c on c.id = e.id)) order by m.id)
    from sports.health_menu m where m.withdrawn_at is null`);
  const kept = [
    'id',
    'steps',
    'developedBy',
    'classes',
    'code',
    'name',
    'ja',
    'adapted',
    'adaptations',
    'venue',
  ];
  const menus = healthMenus.edges.map(({ node }: { node: { name: unknown } }) => {
    const { name: _, ...menu } = node;
    return JSON.parse(JSON.stringify(menu, kept)) as unknown;
  });
  expect(menus).toEqual(expected);
  expect(menus.length).toBeGreaterThan(3);
});

test('each feed tells every announced lottery of rooms and courts', async () => {
  for (const [service, count] of [
    ['kominkan', 'study_room'],
    ['sports', 'court'],
  ] as const) {
    const told = await city.sql(
      service,
      `select id from feed_change where kind = 'lottery-window'`,
    );
    const [rooms] = await city.sql<{ many: string }>(
      service,
      `select count(*) as many from ${count}`,
    );
    expect(told).toHaveLength(Number(rooms?.many) * 4);
  }
});

test('without lectures, regular uses and rooms the questions answer with nothing', async () => {
  await city.sql('kominkan', 'delete from delivery_lecture');
  await city.sql('kominkan', 'delete from regular_use');
  await city.sql('sports', 'delete from regular_use');
  await city.sql('kominkan', 'delete from slot_hold');
  await city.sql('kominkan', 'delete from study_room');
  await city.sql('sports', 'delete from court_hold');
  await city.sql('sports', 'delete from court');
  for (const { name } of departments) city.door.changed(name);

  const rooms = whole(await ask(city, p8()));
  const { groups } = whole(await ask(city, question('p6')));
  const { deliveryLectures } = whole(await ask(city, question('p21')));

  expect([rooms.studyRooms.edges, rooms.courts.edges, deliveryLectures.edges]).toEqual([
    [],
    [],
    [],
  ]);
  for (const { node } of groups.edges)
    expect(node).toMatchObject({ usualRooms: [], usualCourts: [] });
});
