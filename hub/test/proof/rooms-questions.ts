import { expect, test } from 'vitest';

import { askFor } from '../ask-as.js';
import { ask, question, whole } from '../ask.js';
import type { ProofCity } from './proof-city.js';
import { days, tuesdayEvenings, without } from './rooms-asked.js';
import * as view from './rooms-view.js';

/** Questions that rooms, courts and circles answer. */
export function roomQuestions(proof: ProofCity): void {
  test('Q7: which circles lose their room when a house closes, and which others are free at their times', async () => {
    const q7 = question('department/q07');
    const variables = { facility: '132292-0303', in: days };
    const { facility } = whole(await askFor(proof.city, 'department/q07', variables));

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
      await proof.gathered.value(view.otherRooms, [variables.facility, days.from, days.to]),
    );
    expect(uses.length).toBeGreaterThan(3);
  });

  test('Q12: in the evening or at the weekend, free and for beginners, near by', async () => {
    const answer = whole(await ask(proof.city, question('q12')));

    const near = `exists (select from center.facility f where f.code = o.venue_code and 2 * 6371009 * asin(sqrt(
        sin(radians((f.point ->> 'latitude')::float8 - 35.7257) / 2) ^ 2 + cos(radians(35.7257)) * cos(radians((f.point ->> 'latitude')::float8))
        * sin(radians((f.point ->> 'longitude')::float8 - 139.538) / 2) ^ 2)) <= 1600)`;
    const free = `o.fee ->> 'kind' = 'FREE'`;
    const weekend = `exists (select from offer_time t where t.id = o.id
      and extract(isodow from t.starts at time zone 'Asia/Tokyo') in (6, 7))`;
    const expected = (condition: string) =>
      proof.gathered
        .value(`select coalesce(jsonb_agg(o.id order by o.first_start nulls last, o.id), '[]')
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
    const { groups } = whole(await ask(proof.city, question('q17')));

    const subject = { scheme: 'NDC', code: '72' };
    const expected = await proof.gathered.value(
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
    const { studyRooms } = whole(
      await ask(proof.city, { ...question('q18'), variables: { days } }),
    );

    const rooms = studyRooms.edges.map(({ node }: { node: object }) => ({
      node: { ...node, freeIn: without(Reflect.get(node, 'freeIn'), 'id') },
    }));
    expect(rooms).toEqual(
      await proof.gathered.value(view.eveningRooms, [
        30,
        [],
        days.from,
        days.to,
        ...tuesdayEvenings,
      ]),
    );
    expect(rooms.length).toBeGreaterThan(10);
  });

  test('Q30: odds of every room, court and part of the day, and what four more times would do', async () => {
    const answer = whole(await askFor(proof.city, 'department/q30'));

    expect(answer.studyRooms.edges).toEqual(await proof.gathered.value(view.roomOdds, [4]));
    expect(answer.courts.edges).toEqual(await proof.gathered.value(view.courtOdds, [4]));
  });

  test('health menus name the departments that made them and the classes in which they are practised', async () => {
    const { healthMenus } = whole(await ask(proof.city, question('health-menus')));

    const expected = await proof.gathered
      .value(`select jsonb_agg(jsonb_build_object('id', m.id, 'steps', m.steps,
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
      const told = await proof.city.sql(
        service,
        `select id from feed_change where kind = 'lottery-window'`,
      );
      const [rooms] = await proof.city.sql<{ many: string }>(
        service,
        `select count(*) as many from ${count}`,
      );
      expect(told).toHaveLength(Number(rooms?.many) * 4);
    }
  });
}
