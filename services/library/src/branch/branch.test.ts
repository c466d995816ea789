import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { library } from '../service.js';
import { aBranch } from './branch.builder.js';

test('references to 100 facilities cost one query, and only a library has a branch', async () => {
  const service = await openTestService(library);
  await service.plant(aBranch({ facilityCode: 'f7', phone: '042-000-0000' }));

  const { data, errors, queries } = await service.ask(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Facility { code branch { id phone } } } }`,
    { of: Array.from({ length: 100 }, (_, at) => ({ __typename: 'Facility', code: `f${at}` })) },
  );

  expect(errors).toEqual([]);
  expect(data._entities[7]).toEqual({
    code: 'f7',
    branch: { id: 'branch', phone: '042-000-0000' },
  });
  expect(data._entities[8]).toEqual({ code: 'f8', branch: null });
  expect(queries).toBe(1);
});

test('the branches of the city cost one query and tell the name of their building themselves', async () => {
  const service = await openTestService(library);
  await service.plant(
    aBranch({ id: 'b', facilityCode: '2', name: { ja: '芝久保図書館' } }),
    aBranch({
      id: 'a',
      facilityCode: '1',
      hours: [{ weekday: 2, opensAt: '10:00', closesAt: '20:00' }],
    }),
  );

  const { data, errors, queries } = await service.ask(
    '{ libraryBranches { id hours { weekday opensAt closesAt } facility { code name { ja } } } }',
  );

  expect(errors).toEqual([]);
  expect(data.libraryBranches).toEqual([
    {
      id: 'a',
      hours: [{ weekday: 2, opensAt: '10:00', closesAt: '20:00' }],
      facility: { code: '1', name: { ja: '図書館' } },
    },
    { id: 'b', hours: [], facility: { code: '2', name: { ja: '芝久保図書館' } } },
  ]);
  expect(queries).toBe(1);
});

test('a record grows stale a year after it was confirmed, at the moment that is asked about', async () => {
  const service = await openTestService(library);
  const confirmed = new Date('2026-04-01T00:00:00+09:00');
  await service.plant(
    aBranch({ provenance: { department: 'library', sample: true, asOf: confirmed } }),
  );

  const { data, errors } = await service.ask(`{ libraryBranches { provenance {
    now: stale later: stale(at: "2027-04-02T00:00:00+09:00") null: stale(at: null) } } }`);

  expect(errors).toEqual([]);
  expect(data.libraryBranches[0].provenance).toEqual({ now: false, later: true, null: false });
});
