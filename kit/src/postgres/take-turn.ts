import { Client } from 'pg';

/** A thing that only one does at a time, of all who use a database. */
export interface Turn {
  /** Address of the database; holds a password, never to be logged. */
  readonly url: string;
  /** What is done; whoever names the same waits. */
  readonly name: string;
  /** Told once when another goes first. */
  readonly onWait?: (() => void) | undefined;
}

/**
 * Does a task while nobody else, in whatever process, does one of the same name on the same database. Whoever is killed
 * loses the turn at once.
 */
export async function takeTurn<Done>(
  { url, name, onWait }: Turn,
  task: () => Promise<Done>,
): Promise<Done> {
  const client = new Client({ connectionString: url });
  // A lost connection gives the turn away; what the task then meets is told by the task.
  client.on('error', () => {});
  await client.connect();
  try {
    const { rows } = await client.query<{ isOurs: boolean }>(
      `select pg_try_advisory_lock(hashtext($1)) as "isOurs"`,
      [name],
    );
    if (!rows[0]?.isOurs) {
      onWait?.();
      // A server may have limits of its own for whoever waits.
      await client.query('set statement_timeout = 0; set lock_timeout = 0');
      await client.query(`select pg_advisory_lock(hashtext($1))`, [name]);
    }
    return await task();
  } finally {
    await client.end();
  }
}
