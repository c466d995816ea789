import { Client } from 'pg';

/** Hears the commits of one database, whoever made them. */
export interface Listening {
  stop(): Promise<void>;
}

/** Milliseconds before a lost connection is made again. */
const reconnectAfter = 1_000;

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
    const next = new Client({ connectionString: url });
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
      await client?.end().catch(() => {});
    },
  };
}
