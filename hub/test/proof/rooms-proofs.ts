import { expect, test } from 'vitest';

import { departments } from '../../src/city/departments.js';
import { ask, question, whole } from '../ask.js';
import { callsOf } from '../calls-of.js';
import { leftOf } from './offer-view.js';
import type { ProofCity } from './proof-city.js';
import { evening, p8, tuesdayEvenings, without } from './rooms-asked.js';
import * as view from './rooms-view.js';

/** P6, P8 and P21: rooms and courts, who meets there, and who speaks there. */
export function roomProofs(proof: ProofCity): void {
  test('P8: rooms and courts that are free on a Tuesday evening come with access, free times, lotteries and odds', async () => {
    const answer = whole(await ask(proof.city, p8()));

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
      await proof.gathered.value(view.freeStudyRooms, asked('プロジェクター')),
    );
    expect(slotIds(answer.courts)).toEqual(
      await proof.gathered.value(view.freeCourts, asked('卓球台')),
    );
    expect(answer.studyRooms.edges.length + answer.courts.edges.length).toBeGreaterThan(0);
  });

  test('P8: access of all those places costs one call of the center and one of welfare', async () => {
    for (const { name } of departments) proof.city.door.changed(name);

    const { calls } = await callsOf(proof.city, p8());

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
        await ask(proof.city, {
          ...question('p6'),
          variables: { subject, acceptsBeginners: 'YES' },
        }),
      );

      const nodes = groups.edges.map(({ node }: { node: object }) =>
        without(node, 'alternatives', 'applicationState'),
      );
      expect(nodes).toEqual(await proof.gathered.value(view.circles, [JSON.stringify(subject)]));
      expect(nodes.length).toBeGreaterThanOrEqual(least);
    },
  );

  test('P6: circles, courses, rooms and courts cost two calls at most of each department', async () => {
    for (const { name } of departments) proof.city.door.changed(name);

    const { calls } = await callsOf(proof.city, question('p6'));

    expect(Object.keys(calls).toSorted()).toEqual(['center', 'kominkan', 'sports']);
    expect(Math.max(...Object.values(calls))).toBeLessThanOrEqual(2);
  });

  test('P21: a theme leads to the office that speaks, to its times and to the rooms free then', async () => {
    const p21 = question('p21');
    const { deliveryLectures } = whole(await ask(proof.city, p21));

    const { text, audience } = p21.variables;
    expect(deliveryLectures.edges).toEqual(
      await proof.gathered.value(view.lectures, [text, audience]),
    );
    expect(deliveryLectures.edges.length).toBeGreaterThan(1);
  });

  test('advice days name the desk, the house and the places left', async () => {
    const { adviceDays } = whole(await ask(proof.city, question('advice-days')));

    const expected = await proof.gathered
      .value(`select jsonb_agg(jsonb_build_object('id', a.id, 'placesLeft', ${leftOf('counted')},
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
}
