import { type Cluster, openCluster } from '@manabi/kit/postgres/cluster';

/** Milliseconds between looks whether the server still runs. */
const lookEvery = 1_000;

/** What is needed to bring a server back. */
export interface KeptServer {
  readonly folder: string;
  readonly cluster: Cluster;
  /** Receives what happened, for the log. */
  readonly onFailure: (error: unknown) => void;
}

/** A server that is looked after. */
export interface Keeping {
  /** Stops looking; answers the server as it is now. */
  stop(): Promise<Cluster>;
}

/**
 * Starts the embedded server again, at the same port, when it dies under a running city: connections are made anew
 * by those who need them.
 */
export function keepServerUp({ folder, cluster, onFailure }: KeptServer): Keeping {
  let present = cluster;
  let working = Promise.resolve();
  const look = async (): Promise<void> => {
    if (isAlive(present.pid)) return;
    onFailure(new Error(`PostgreSQL (process ${present.pid}) ended and is started again.`));
    await openCluster({ folder, port: present.port }).then(
      (started) => (present = started),
      onFailure,
    );
  };
  const timer = setInterval(() => {
    working = working.then(look);
  }, lookEvery);
  return {
    stop: async () => {
      clearInterval(timer);
      await working;
      return present;
    },
  };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's process may not be signalled, but it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
