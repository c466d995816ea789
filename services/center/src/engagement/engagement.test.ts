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

test('for how many departments somebody led something is what the index tells, whatever became of it', async () => {
  const service = await openTestService(center);
  await service.plant(...['a', 'b', 'c'].map((id) => aPerson({ id })));
  const told = (id: string, leaderIds: string[], beside: object = {}) =>
    aTold(id, { ...of(id.startsWith('k') ? 'kominkan' : 'sports'), leaderIds, ...beside });
  const gone = { withdrawnAt: '2026-01-01T00:00:00Z' };
  const counts: unknown[] = [];

  for (const items of [
    [told('k1', ['a', 'b', 'b']), told('k2', ['a']), told('s1', ['a', 'c'])],
    [told('k1', ['b'])],
    [told('s1', ['a', 'c'], gone), told('k2', ['c'])],
    [told('s1', ['b'])],
  ]) {
    await takeIn(service.em(), items);
    counts.push(await service.em().execute(kept));
    expect(counts.at(-1)).toEqual(await service.em().execute(read));
  }

  await service.em().execute('select led_recount()');
  expect(await service.em().execute(kept)).toEqual(counts.at(-1));
  await service.em().execute('delete from opportunity_entry');
  expect(await service.em().execute(kept)).toEqual([]);
});

const kept = 'select person_id, department, times from led_count where times <> 0 order by 1, 2';
const read = `select person.id as person_id, entry.data -> 'provenance' ->> 'department' as department, count(*)::int as times
  from person join opportunity_entry entry on entry.data -> 'leaderIds' @> to_jsonb(person.id) and not entry.withdrawn
  group by 1, 2 order by 1, 2`;
