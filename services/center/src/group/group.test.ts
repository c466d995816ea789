import { openTestService } from '@manabi/kit/testing/test-service';
import { Tri } from '@manabi/kit/value/tri';
import { expect, test } from 'vitest';

import { aFacility } from '../facility/facility.builder.js';
import { center } from '../service.js';
import { aSubject } from '../subject/subject.builder.js';
import { aGroup } from './group.builder.js';

test('groups that take beginners come with place, subjects and course, in one query each', async () => {
  const service = await openTestService(center);
  const meeting = { weekday: 3, startsAt: '10:00', endsAt: '12:00', weeks: [1, 3], roomId: 'room' };
  await service.plant(
    aSubject(),
    aFacility(),
    ...['a', 'b'].map((id) =>
      aGroup({
        id,
        meeting,
        acceptsBeginners: Tri.YES,
        venueCode: '132292-0001',
        fedByCourseId: 'course',
        subjectKeys: [{ scheme: 'NDC', code: '49' }],
      }),
    ),
    aGroup({ id: 'c', acceptsBeginners: Tri.UNKNOWN }),
  );

  const { data, errors, queries } =
    await service.ask(`{ groups(filter: { acceptsBeginners: YES }) { edges { node {
    id venue { name { ja } } subjects { code } fedBy { id } meeting { weekday weeks } } } } }`);

  expect(errors).toEqual([]);
  expect(data.groups.edges).toHaveLength(2);
  expect(data.groups.edges[1].node).toEqual({
    id: 'b',
    venue: { name: { ja: '公民館' } },
    subjects: [{ code: '49' }],
    fedBy: { id: 'course' },
    meeting: { weekday: 3, weeks: [1, 3] },
  });
  expect(queries).toBe(3);
});

test('how to reach a group is refused to residents', async () => {
  const service = await openTestService(center);
  await service.plant(aGroup({ email: 'kai@example.invalid' }));

  const { data, errors } = await service.ask('{ group(id: "group") { contact { email } } }');

  expect(data.group.contact).toBeNull();
  expect(errors[0]?.extensions['code']).toBe('UNAUTHENTICATED');
});

test('the circles to which a hundred courses lead cost one query; ended ones are left out', async () => {
  const service = await openTestService(center);
  await service.plant(
    aGroup({ id: 'b', fedByCourseId: 'c7' }),
    aGroup({ id: 'a', fedByCourseId: 'c7' }),
    aGroup({ id: 'ended', fedByCourseId: 'c7', withdrawnAt: new Date() }),
  );

  const { data, errors, queries } = await service.ask(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Course { leadsToGroups { id } } } }`,
    { of: Array.from({ length: 100 }, (_, at) => ({ __typename: 'Course', id: `c${at}` })) },
  );

  expect([errors, queries]).toEqual([[], 1]);
  expect(data._entities[7]).toEqual({ leadsToGroups: [{ id: 'a' }, { id: 'b' }] });
  expect(data._entities[8]).toEqual({ leadsToGroups: [] });
});
