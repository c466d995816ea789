import { openTestService } from '@manabi/kit/testing/test-service';
import { Tri } from '@manabi/kit/value/tri';
import { expect, test } from 'vitest';

import { kominkan } from '../service.js';
import { aSittingPlace } from './sitting-place.builder.js';

const corner = () =>
  aSittingPlace({
    rules: ['静かに過ごす'],
    wifi: Tri.YES,
    seats: 12,
    hours: [{ weekday: 1, opensAt: '09:00', closesAt: '20:00' }],
  });

test('references to 100 places to sit cost one query', async () => {
  const service = await openTestService(kominkan);
  await service.plant(corner());

  const { data, errors, queries } = await service.ask(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on KominkanSittingPlace {
      rules wifi quiet seats hours { weekday closesAt } facility { code } } } }`,
    {
      of: Array.from({ length: 100 }, (_, at) => ({
        __typename: 'KominkanSittingPlace',
        id: at === 3 ? 'seats' : `other-${at}`,
      })),
    },
  );

  expect(errors).toEqual([]);
  expect(queries).toBe(1);
  expect(data._entities[3]).toEqual({
    rules: ['静かに過ごす'],
    wifi: 'YES',
    quiet: null,
    seats: 12,
    hours: [{ weekday: 1, closesAt: '20:00' }],
    facility: { code: 'hall' },
  });
  expect(data._entities[4]).toBeNull();
});

test('a place to sit is told to followers, and gone when it is removed', async () => {
  const service = await openTestService(kominkan);
  await service.plant(corner());

  const page = await service.service.feed();
  await service.em().execute('delete from kominkan_sitting_place');
  const after = await service.service.feed(page.next);

  expect(page.items).toMatchObject([
    {
      kind: 'KominkanSittingPlace',
      id: 'seats',
      state: 'updated',
      data: { facilityCode: 'hall', wifi: 'YES', hours: [{ closesAt: '20:00' }] },
    },
  ]);
  expect(after.items).toMatchObject([{ id: 'seats', state: 'deleted' }]);
});
