import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { aCommunityClub } from '../community-club/community-club.builder.js';
import { Membership } from '../community-club/membership.entity.js';
import { aCourt } from '../court/court.builder.js';
import { CourtKind } from '../court/court.entity.js';
import { sports } from '../service.js';
import { aRegularUse } from './regular-use.builder.js';

test('the courts and clubs of many groups cost one query each, and other courts are of the same kind', async () => {
  const service = await openTestService(sports);
  const ids = Array.from({ length: 50 }, (_, at) => `g${at}`);
  await service.plant(
    aCourt({ id: 'gym', capacity: 100 }),
    aCourt({ id: 'second gym', capacity: 100 }),
    aCourt({ id: 'pool', capacity: 100, kind: CourtKind.POOL }),
    aCommunityClub(),
    ...ids.flatMap((groupId) => [
      aRegularUse({ id: `use of ${groupId}`, groupId, roomId: 'gym' }),
      Object.assign(new Membership(), { id: `member ${groupId}`, clubId: 'club', groupId }),
    ]),
  );

  const { data, errors, queries } = await service.ask(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Group {
      usualCourts { court { id } next { state } alternatives { court { id } } }
      memberships { id name { ja } groups { id } } } } }`,
    { of: ids.map((id) => ({ __typename: 'Group', id })) },
  );

  expect(errors).toEqual([]);
  // The uses, the clubs, their members, the courts, the next meetings, other courts, and those by id.
  expect(queries).toBe(7);
  expect(data._entities[3]).toMatchObject({
    usualCourts: [
      {
        court: { id: 'gym' },
        next: { state: 'FREE' },
        alternatives: [{ court: { id: 'second gym' } }],
      },
    ],
    memberships: [{ id: 'club', name: { ja: '地域スポーツクラブ' } }],
  });
  expect(data._entities[3].memberships[0].groups).toHaveLength(50);
});

test('a court tells who uses it regularly', async () => {
  const service = await openTestService(sports);
  await service.plant(aCourt(), aRegularUse());

  const { data } = await service.ask(
    '{ court(id: "court") { regularUsers { group { id } weekday startsAt } } }',
  );

  expect(data.court.regularUsers).toEqual([
    { group: { id: 'group' }, weekday: 2, startsAt: '19:00' },
  ]);
});
