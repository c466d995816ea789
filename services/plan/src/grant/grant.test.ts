import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { anActivity } from '../activity/activity.builder.js';
import { aMeasure } from '../measure/measure.builder.js';
import { plan } from '../service.js';
import { aGrant, aReport } from './grant.builder.js';

test('the grants of 100 groups, with reports and activities, cost three queries', async () => {
  const service = await openTestService(plan);
  const outcome = { indicator: '来場者', unit: '人', target: 300, actual: 412 };
  await service.plant(
    aMeasure({ code: '1-1' }),
    aGrant({ id: 'old', groupId: 'g7', fiscalYear: 2025, amountYen: 100, measureCode: '1-1' }),
    aGrant({ id: 'new', groupId: 'g7', fiscalYear: 2026, amountYen: 200 }),
    aReport({ id: 'r1', grantId: 'old', submittedOn: '2026-04-10', outcomes: [outcome] }),
    anActivity({ id: 'a1', grantId: 'old', heldOn: '2025-10-01' }),
    anActivity({ id: 'a2', grantId: 'old', heldOn: '2025-11-01' }),
  );
  const groups = Array.from({ length: 100 }, (_, at) => ({ __typename: 'Group', id: `g${at}` }));

  const { data, errors, queries } = await service.ask(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Group { id grants { id amountYen
      reports { submittedOn outcomes { indicator unit target actual } } activities { id } } } } }`,
    { of: groups },
  );

  expect(errors).toEqual([]);
  expect(queries).toBe(3);
  expect(data._entities[6].grants).toEqual([]);
  expect(data._entities[7].grants).toEqual([
    { id: 'new', amountYen: 200, reports: [], activities: [] },
    {
      id: 'old',
      amountYen: 100,
      reports: [{ submittedOn: '2026-04-10', outcomes: [outcome] }],
      activities: [{ id: 'a2' }, { id: 'a1' }],
    },
  ]);
});

test('a grant leads to its group and its measure, and what nobody was given is null', async () => {
  const service = await openTestService(plan);
  await service.plant(aMeasure({ code: '1-1' }), aGrant({ groupId: 'g', measureCode: '1-1' }));

  const { data, errors } = await service.ask(
    '{ grant(id: "grant") { group { id } measure { code grants { id } } } none: grant(id: "x") { id } }',
  );

  expect(errors).toEqual([]);
  expect(data).toEqual({
    grant: { group: { id: 'g' }, measure: { code: '1-1', grants: [{ id: 'grant' }] } },
    none: null,
  });
});
