import { Client } from 'pg';

import { type Beginning, restore, takeBeginning } from './beginning.js';
import { markUsed, testCluster } from './test-cluster.js';
import { type Template, type TestDatabase, testDatabase } from './test-database.js';

interface Kept {
  readonly database: TestDatabase;
  readonly client: Client;
  readonly beginning: Beginning;
}

/** What was given back to this process and is as it began, by server and template. */
const idle = new Map<string, Kept[]>();

/**
 * A database as `testDatabase` copies it from a template; dropping it brings it back to how it began, for the next test
 * of this process, which costs a tenth of a copy. One whose tables were altered is not given again. What is left when
 * the process ends is swept by another.
 */
export async function keptDatabase(template: Template): Promise<TestDatabase> {
  const { pid, superuserUrl } = await testCluster();
  markUsed();
  const key = [pid, template.name, template.content].join('\n');
  const waiting = idle.get(key) ?? [];
  idle.set(key, waiting);
  const kept = waiting.pop() ?? (await keep(template, superuserUrl));
  return {
    url: kept.database.url,
    drop: async () => {
      if (await isRestored(kept)) waiting.push(kept);
      else await kept.database.drop();
    },
  };
}

async function keep(template: Template, superuserUrl: string): Promise<Kept> {
  const database = await testDatabase({ template });
  const address = new URL(superuserUrl);
  address.pathname = new URL(database.url).pathname;
  const client = new Client({ connectionString: address.href });
  // A connection that broke shows when it is used.
  client.on('error', () => undefined);
  await client.connect();
  return { database, client, beginning: await takeBeginning(client) };
}

async function isRestored({ client, beginning }: Kept): Promise<boolean> {
  try {
    if (await restore(client, beginning)) return true;
  } catch {
    // Whatever stands in the way: the next test gets a new copy.
  }
  await client.end().catch(() => undefined);
  return false;
}
