import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { expect, test } from 'vitest';
import { openCluster } from './cluster.js';
import { isGone } from './stop.js';

const kills = 20;

/** Writes numbers one after another and answers the last that the server acknowledged before it fell silent. */
async function writeUntilSilent(url: string, first: number): Promise<number> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  let last = first;
  try {
    for (;;) {
      await client.query('insert into written values ($1)', [last + 1]);
      last += 1;
    }
  } catch {
    return last;
  } finally {
    await client.end().catch(() => undefined);
  }
}

test(`a server killed ${kills} times while it writes has everything it acknowledged`, async ({
  annotate,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'manabi-kills-'));
  let cluster = await openCluster({ folder });
  const client = new Client({ connectionString: await cluster.ensureDatabase('plan') });
  await client.connect();
  await client.query('create table written (number int primary key)');
  await client.end();
  const starts: number[] = [];
  let acknowledged = 0;

  for (let kill = 1; kill <= kills; kill += 1) {
    const writing = writeUntilSilent(cluster.urlOf('plan'), acknowledged);
    await new Promise((resolve) => setTimeout(resolve, 100 + Math.random() * 400));
    process.kill(cluster.pid, 'SIGKILL');
    await isGone(cluster.pid, 5000);
    const last = await writing;
    expect(last).toBeGreaterThan(acknowledged);
    const began = performance.now();
    cluster = await openCluster({ folder });
    starts.push(performance.now() - began);
    acknowledged = await checkedCount(cluster.urlOf('plan'), last);
  }

  starts.sort((a, b) => a - b);
  await annotate(
    `${kills} kills, ${acknowledged} rows; recovery and start: median ${starts[kills / 2]?.toFixed(0)} ms, longest ${starts.at(-1)?.toFixed(0)} ms`,
  );
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}, 300_000);

/** The row in flight at the kill may be there or not; every earlier one must be. */
async function checkedCount(url: string, last: number): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ count: number; max: number }>(
    'select count(*)::int as count, max(number) as max from written',
  );
  await client.end();
  const { count = 0, max = 0 } = rows[0] ?? {};
  expect(count).toBe(max);
  expect([last, last + 1]).toContain(max);
  return max;
}
