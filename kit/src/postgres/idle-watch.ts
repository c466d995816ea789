// Run by itself, from source too, where Node only strips types: it may import nothing but npm packages.
import { statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { text } from 'node:stream/consumers';
import { Client } from 'pg';

/** What the watcher is told on its standard input, so that the password shows in no process list. */
interface Watched {
  pid: number;
  url: string;
  usedFile: string;
}

const idleMilliseconds = 5 * 60_000;
const lookEvery = 20_000;

// The writer is test-cluster.ts beside this file.
const watched = JSON.parse(await text(process.stdin)) as Watched;

let state = await look(watched);
while (state === 'used') {
  await pause(lookEvery);
  state = await look(watched);
}
// A server that is gone has left its number to whatever process comes next.
if (state === 'idle') process.kill(watched.pid, 'SIGINT');

async function look({ pid, url, usedFile }: Watched): Promise<'used' | 'idle' | 'gone'> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    process.kill(pid, 0);
    if (!isIdle(usedFile)) return 'used';
    await client.connect();
    const { rows } = await client.query<{ users: number }>(
      `select count(*)::int as users from pg_stat_activity
       where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    );
    // Looked at once more: a test that begins marks its use before it connects.
    return rows[0]?.users === 0 && isIdle(usedFile) ? 'idle' : 'used';
  } catch {
    return 'gone';
  } finally {
    await client.end().catch(() => undefined);
  }
}

function isIdle(usedFile: string): boolean {
  return Date.now() - statSync(usedFile).mtimeMs >= idleMilliseconds;
}
