import { columnFaults } from '@manabi/kit/testing/columns';
import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { library } from './service.js';

test('entities and migrated tables say the same of every column', async () => {
  const { service } = await openTestService(library);

  expect(await columnFaults(service.orm)).toEqual([]);
});

test('a column that an entity misses, mistypes or leaves open is told', async () => {
  const { service, em } = await openTestService(library);
  await em().execute('alter table holding drop column call_number');
  await em().execute('alter table holding alter column due_on type text');
  await em().execute('alter table holding alter column status drop not null');
  await em().execute('alter table holding add column shelf text');

  expect(await columnFaults(service.orm)).toEqual([
    'Holding.status is required; the table lets it be missing.',
    'Holding.dueOn says date; the table says text.',
    'Holding.callNumber has no column "call_number".',
    '"holding.shelf" is no property of Holding.',
  ]);
});
