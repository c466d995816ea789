import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { aDepartment } from '../department/department.builder.js';
import { aTold, takeIn } from '../opportunity/told.builder.js';
import { aPerson } from '../person/person.builder.js';
import { center } from '../service.js';

const of = (department: string) => ({ provenance: { department, sample: false } });

test('for whom many people led something costs one query, their departments one more', async () => {
  const service = await openTestService(center);
  await service.plant(aDepartment(), ...['both', 'one', 'nobody'].map((id) => aPerson({ id })));
  await takeIn(service.em(), [
    aTold('a', { ...of('kominkan'), leaderIds: ['both', 'one'] }),
    aTold('b', { ...of('kominkan'), leaderIds: ['one'] }),
    aTold('c', { ...of('sports'), leaderIds: ['both'] }),
    aTold('gone', { ...of('welfare'), leaderIds: ['one'], withdrawnAt: '2026-01-01T00:00:00Z' }),
  ]);

  const { data, errors, queries } = await service.ask(
    '{ people { edges { node { id ledFor { department { code } times lastAt } } } } }',
  );

  expect(errors).toEqual([]);
  const lastAt = '2026-10-20T03:00:00.000Z';
  expect(data.people.edges.map((edge: { node: object }) => edge.node)).toEqual([
    {
      id: 'both',
      ledFor: [
        { department: { code: 'kominkan' }, times: 1, lastAt },
        { department: null, times: 1, lastAt },
      ],
    },
    { id: 'nobody', ledFor: [] },
    { id: 'one', ledFor: [{ department: { code: 'kominkan' }, times: 2, lastAt }] },
  ]);
  expect(queries).toBe(3);
});

test('people whom one department alone uses are found, and so are those whom nobody does', async () => {
  const service = await openTestService(center);
  await service.plant(...['both', 'one', 'nobody'].map((id) => aPerson({ id })));
  await takeIn(service.em(), [
    aTold('a', { ...of('kominkan'), leaderIds: ['both', 'one'] }),
    aTold('b', { ...of('sports'), leaderIds: ['both'] }),
  ]);

  const { data, queries } = await service.ask(`{
    one: people(filter: { departmentCount: 1 }) { edges { node { id } } }
    none: people(filter: { departmentCount: 0 }) { edges { node { id } } } }`);

  expect(data).toEqual({
    one: { edges: [{ node: { id: 'one' } }] },
    none: { edges: [{ node: { id: 'nobody' } }] },
  });
  expect(queries).toBe(2);
});
