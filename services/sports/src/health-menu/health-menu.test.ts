import { openTestService } from '@manabi/kit/testing/test-service';
import { Tri } from '@manabi/kit/value/tri';
import { expect, test } from 'vitest';

import { sports } from '../service.js';
import { aSportsClass } from '../sports-class/sports-class.builder.js';
import { aHealthMenu } from './health-menu.builder.js';

test('the menus of a hundred classes, and the classes of those, cost one query each', async () => {
  const service = await openTestService(sports);
  const ids = Array.from({ length: 100 }, (_, at) => `c${at}`);
  await service.plant(
    ...ids.map((id) => aSportsClass({ id })),
    aHealthMenu({
      classIds: ['c7', 'c8', 'gone'],
      departmentCodes: ['sports', 'health'],
      steps: ['歩く', '伸ばす'],
    }),
    aHealthMenu({ id: 'over', classIds: ['c7'], withdrawnAt: new Date() }),
  );

  const { data, errors, queries } = await service.ask(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on SportsClass {
      healthMenus { name { ja } steps developedBy { code } classes { id } } } } }`,
    { of: ids.map((id) => ({ __typename: 'SportsClass', id })) },
  );

  expect(errors).toEqual([]);
  // The classes, their menus, and the classes of those, some of which nobody has.
  expect(queries).toBeLessThanOrEqual(3);
  expect(data._entities[7].healthMenus).toEqual([
    {
      name: { ja: '歩き方' },
      steps: ['歩く', '伸ばす'],
      developedBy: [{ code: 'sports' }, { code: 'health' }],
      classes: [{ id: 'c7' }, { id: 'c8' }, null],
    },
  ]);
  expect(data._entities[9].healthMenus).toEqual([]);
});

test('menus are read page by page, and references to a hundred cost one query', async () => {
  const service = await openTestService(sports);
  const ids = Array.from({ length: 100 }, (_, at) => `m${String(at).padStart(3, '0')}`);
  await service.plant(...ids.map((id) => aHealthMenu({ id })));

  const { data } = await service.ask(
    `query ($after: String) { healthMenus(first: 60, after: $after) { edges { node { id } } pageInfo { endCursor } } }`,
  );
  const rest = await service.ask(
    `query ($after: String) { healthMenus(first: 60, after: $after) { edges { node { id } } } }`,
    { after: data.healthMenus.pageInfo.endCursor },
  );
  const referred = await service.ask(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on HealthMenu { id } } }`,
    { of: ids.map((id) => ({ __typename: 'HealthMenu', id })) },
  );

  expect([...data.healthMenus.edges, ...rest.data.healthMenus.edges]).toHaveLength(100);
  expect(referred.data._entities).toEqual(ids.map((id) => ({ id })));
  expect(referred.queries).toBe(1);
});

test('a class tells how it is made fit for people with disabilities; where nobody said, it is not known', async () => {
  const service = await openTestService(sports);
  await service.plant(
    aSportsClass({ adapted: Tri.YES, adaptations: ['座ったまま参加可'] }),
    aSportsClass({ id: 'other' }),
  );

  const { data } = await service.ask(`{ adapted: sportsClass(id: "class") { adapted adaptations }
    other: sportsClass(id: "other") { adapted adaptations } }`);

  expect(data).toEqual({
    adapted: { adapted: 'YES', adaptations: ['座ったまま参加可'] },
    other: { adapted: 'UNKNOWN', adaptations: [] },
  });
});
