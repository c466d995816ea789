import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openCluster } from '@manabi/kit/postgres/cluster';
import { Client } from 'pg';
import { expect, onTestFinished, test, vi } from 'vitest';

import { keepServerUp } from './keep-server-up.js';

async function answerOf(connectionString: string): Promise<unknown> {
  const client = new Client({ connectionString });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query('select 1 as one')).rows[0];
  } finally {
    await client.end();
  }
}

test('a server that is killed under the city answers again at the same address', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'manabi-kept-'));
  const cluster = await openCluster({ folder, durability: 'passing' });
  const failures: unknown[] = [];
  const keeping = keepServerUp({ folder, cluster, onFailure: (error) => failures.push(error) });
  onTestFinished(async () => {
    await (await keeping.stop()).stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const url = await cluster.ensureDatabase('kept');

  process.kill(cluster.pid, 'SIGKILL');

  await vi.waitFor(async () => expect(await answerOf(url)).toEqual({ one: 1 }), {
    timeout: 20_000,
    interval: 200,
  });
  expect(failures).toHaveLength(1);
});
