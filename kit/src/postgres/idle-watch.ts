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

while (await hasUsers(watched)) await pause(lookEvery);
stop(watched.pid);

/** A server that does not answer is gone already, or so broken that it is to end. */
async function hasUsers({ url, usedFile }: Watched): Promise<boolean> {
  const client = new Client({ connectionString: url });
  try {
    if (!isIdle(usedFile)) return true;
    await client.connect();
    const { rows } = await client.query<{ users: number }>(
      `select count(*)::int as users from pg_stat_activity
       where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    );
    // Looked at once more: a test that begins marks its use before it connects.
    return (rows[0]?.users ?? 0) > 0 || !isIdle(usedFile);
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function isIdle(usedFile: string): boolean {
  return Date.now() - statSync(usedFile).mtimeMs >= idleMilliseconds;
}

function stop(pid: number): void {
  try {
    process.kill(pid, 'SIGINT');
  } catch {
    // It has ended by itself.
  }
}
