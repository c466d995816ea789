import { Client } from 'pg';

/** Names the lock; any number would do that nobody else takes. */
const turn = 'hub: one import at a time';

/**
 * Does a task while nobody else who asks here does one: imports and undoings of one city take turns, also those of
 * several command lines. `onWait` is told once when another goes first. Whoever is killed loses the turn at once.
 */
export async function inTurn<Done>(
  databaseUrl: string,
  onWait: () => void,
  task: () => Promise<Done>,
): Promise<Done> {
  const client = new Client({ connectionString: databaseUrl });
  // A lost connection gives the turn away; what the task then meets is told by the task.
  client.on('error', () => {});
  await client.connect();
  try {
    const { rows } = await client.query<{ isOurs: boolean }>(
      `select pg_try_advisory_lock(hashtext($1)) as "isOurs"`,
      [turn],
    );
    if (!rows[0]?.isOurs) {
      onWait();
      await client.query(`select pg_advisory_lock(hashtext($1))`, [turn]);
    }
    return await task();
  } finally {
    await client.end();
  }
}
