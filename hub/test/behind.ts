import { setTimeout as pause } from 'node:timers/promises';

import { Client } from 'pg';

/** Milliseconds in which a city hears of a commit and lets go of the answers that it kept. */
const heardOf = 50;

/** Connections of a test's own to the databases of a city: one each, made when it is first looked into. */
export class Behind {
  readonly #clients = new Map<string, Promise<Client>>();

  constructor(private readonly urlOf: (service: string) => string) {}

  /** Rows of one service's database; what was changed, the city has heard of. */
  async rows<Row>(service: string, text: string, values?: unknown[]): Promise<Row[]> {
    const client = this.#clients.get(service) ?? connect(this.urlOf(service));
    this.#clients.set(service, client);
    const { rows, command } = await (await client).query(text, values);
    if (command !== 'SELECT') await pause(heardOf);
    // Who asks says what the rows are.
    return rows as Row[];
  }

  async close(): Promise<void> {
    const clients = await Promise.all(this.#clients.values());
    await Promise.all(clients.map((client) => client.end()));
  }
}

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  // A server that is ended on purpose ends this too; who asks then hears of it.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}
