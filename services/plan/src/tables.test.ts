import { columnFaults } from '@manabi/kit/testing/columns';
import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { plan } from './service.js';

test('entities and migrated tables say the same of every column', async () => {
  const { service } = await openTestService(plan);

  expect(await columnFaults(service.orm)).toEqual([]);
});
