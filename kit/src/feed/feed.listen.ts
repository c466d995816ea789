import { setTimeout as after } from 'node:timers/promises';

import { Client } from 'pg';

/** Hears the commits of one database, whoever made them. */
export interface Listening {
  stop(): Promise<void>;
}

/** Milliseconds before a lost connection is made again. */
const reconnectAfter = 1_000;

/** Milliseconds that a server gets to take a connection, and to see one off. */
const patience = { connecting: 5_000, ending: 1_000 };

/**
 * Calls back after every commit that changed a followed table of this database. A lost connection is made again;
 * what was missed meanwhile is found by looking.
 */
export function listenForChanges(url: string, onChange: () => void): Listening {
  let stopped = false;
  let client: Client | undefined;
  let retry: NodeJS.Timeout | undefined;
  const connect = async (): Promise<void> => {
    if (stopped) return;
    const next = clientOf(url);
    client = next;
    let lost = false;
    const again = () => {
      if (lost || stopped) return;
      lost = true;
      next.end().catch(() => {});
      retry = setTimeout(() => void connect(), reconnectAfter);
    };
    next.on('error', again);
    next.on('end', again);
    next.on('notification', onChange);
    try {
      await next.connect();
      await next.query('listen feed');
      onChange();
    } catch {
      again();
    }
  };
  void connect();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(retry);
      await seeOff(client);
    },
  };
}

const clientOf = (url: string): Client =>
  new Client({ connectionString: url, connectionTimeoutMillis: patience.connecting });

/** Ends a connection; a server that hangs or was killed may never say goodbye, and is not waited for. */
async function seeOff(client: Client | undefined): Promise<void> {
  const ended = client?.end().catch(() => {});
  await Promise.race([ended, after(patience.ending, undefined, { ref: false })]);
}
