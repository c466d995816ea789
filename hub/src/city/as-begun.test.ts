import { testDatabase } from '@manabi/kit/postgres/test-database';
import { Client } from 'pg';
import { expect, onTestFinished, test } from 'vitest';

import { markTable } from '../plant/planting-mark.js';
import { asBegun } from './as-begun.js';

test('a city that began empty goes on so without being told again, another does as it is asked', async () => {
  const database = await testDatabase();
  onTestFinished(() => database.drop());
  expect(await asBegun(database.url, false)).toBe(false);
  expect(await asBegun(database.url, true)).toBe(true);

  const client = new Client({ connectionString: database.url });
  await client.connect();
  await client.query(markTable);
  await client.query(
    `insert into planting (content, day, digest) values ('empty', '2026-11-23', 'a')`,
  );
  expect(await asBegun(database.url, false)).toBe(true);
  await client.query(`update planting set content = 'sample'`);
  expect(await asBegun(database.url, false)).toBe(false);
  await client.end();
});
