import { Client } from 'pg';
import { expect, test } from 'vitest';
import { metresBetween, metresBetweenRows } from './distance.js';
import { testDatabase } from './postgres/test-database.js';

const tanashi = { latitude: 35.7277, longitude: 139.5394 };
const hoya = { latitude: 35.7484, longitude: 139.5677 };

test('a degree of a meridian is 111,195 metres, and a place is no metres from itself', () => {
  const north = { latitude: 36, longitude: 139 };

  expect(metresBetween({ latitude: 35, longitude: 139 }, north)).toBeCloseTo(111_195, 0);
  expect(metresBetween(north, north)).toBe(0);
});

test('the database measures as the program does', async () => {
  const database = await testDatabase();
  const client = new Client({ connectionString: database.url });
  await client.connect();

  const { rows } = await client.query<{ metres: number }>(
    `select ${metresBetweenRows('a', 'b')} as metres
     from (select $1::float8 as latitude, $2::float8 as longitude) a,
          (select $3::float8 as latitude, $4::float8 as longitude) b`,
    [tanashi.latitude, tanashi.longitude, hoya.latitude, hoya.longitude],
  );

  expect(rows[0]?.metres).toBeCloseTo(metresBetween(tanashi, hoya), 6);
  await client.end();
  await database.drop();
});
