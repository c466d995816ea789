import { Client } from 'pg';

/** What a task answers that is done on one short connection to a database, without migrations. */
export async function onConnection<Answer>(
  url: string,
  ask: (client: Client) => Promise<Answer>,
): Promise<Answer> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await ask(client);
  } finally {
    await client.end();
  }
}
