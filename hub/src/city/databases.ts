import { type Cluster, openCluster } from '@manabi/kit/postgres/cluster';

import type { Home } from '../home/home.js';
import { type Keeping, keepServerUp } from './keep-server-up.js';

/** Where each service keeps its data. */
export interface Databases {
  /** Address of a service's database; holds a password, never to be logged. */
  urlOf(service: string): string;
  /** The embedded server, unless every service has a database elsewhere. */
  readonly cluster: Cluster | undefined;
  /** Looks after the embedded server from now on: started again when it dies. */
  keepUp(onFailure: (error: unknown) => void): void;
  stop(): Promise<void>;
}

/** Name of the variable that puts a service's database elsewhere, e.g. `LIBRARY_DATABASE_URL`. */
export const databaseVariable = (service: string): string =>
  `${service.toUpperCase()}_DATABASE_URL`;

/**
 * Opens a database for each service: the one its variable names, else one on the embedded server, which is started
 * or adopted. Throws a DatabaseProblem that says what to do.
 */
export async function openDatabases(
  home: Home,
  services: readonly string[],
  progress: (sentence: string) => void,
): Promise<Databases> {
  const urls = new Map<string, string>();
  for (const service of services) {
    const url = process.env[databaseVariable(service)];
    if (url) urls.set(service, url);
  }
  const embedded = services.filter((service) => !urls.has(service));
  const cluster =
    embedded.length > 0 ? await openCluster({ folder: home.postgres, progress }) : undefined;
  try {
    for (const service of embedded) {
      if (cluster) urls.set(service, await cluster.ensureDatabase(service));
    }
  } catch (error) {
    await cluster?.stop();
    throw error;
  }
  let keeping: Keeping | undefined;
  return {
    cluster,
    urlOf: (service) => {
      const url = urls.get(service);
      if (!url) throw new Error(`No database was opened for the service "${service}".`);
      return url;
    },
    keepUp: (onFailure) => {
      if (cluster) keeping = keepServerUp({ folder: home.postgres, cluster, onFailure });
    },
    stop: async () => {
      const present = keeping ? await keeping.stop() : cluster;
      await present?.stop();
    },
  };
}
