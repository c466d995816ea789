import type { Client } from 'pg';
import { adoptServer, prove } from './adopt.js';
import * as administer from './administer.js';
import { findBinaries } from './binaries.js';
import { isInitialised, passwordOf, prepareFolder, superuser } from './cluster-folder.js';
import type { ClusterFolder } from './cluster-folder.js';
import { portTaken } from './database.errors.js';
import { withFolderLock } from './folder-lock.js';
import { countHolders, hold } from './holders.js';
import { initialise } from './initialise.js';
import { choosePrivilege } from './privilege.js';
import { startServer } from './start.js';
import type { RunningServer } from './start.js';
import { isOurServer, stopServer } from './stop.js';
import type { Durability } from './settings.js';

/** An embedded PostgreSQL server that answers. */
export interface Cluster {
  /** Its port on 127.0.0.1. */
  readonly port: number;
  /** Process id of the server. */
  readonly pid: number;
  /** Whether it ran already, left by a killed launcher or shared with another. */
  readonly adopted: boolean;
  /** PostgreSQL's data folder. */
  readonly data: string;
  /** Address of the maintenance database as the superuser; holds a password, never to be logged. */
  readonly superuserUrl: string;
  /** Address of a database as its owner, or as another role; holds a password, never to be logged. */
  urlOf(database: string, role?: string): string;
  /** Makes a database, and a role of the same name that owns it, unless they exist; answers its address. */
  ensureDatabase(name: string): Promise<string>;
  /** Copies a database nobody is connected to; the copy has the owner of the original. Answers its address. */
  cloneDatabase(template: string, name: string): Promise<string>;
  dropDatabase(name: string): Promise<void>;
  /** Stops the server and waits, unless another live process uses it too. */
  stop(): Promise<void>;
}

/** Where a server is to live and how it is to tell what it does. */
export interface ClusterOptions {
  folder: string;
  /** 0 takes a free port. */
  port?: number;
  durability?: Durability;
  /** Receives sentences for the person who waits. */
  progress?: (sentence: string) => void;
  /** Receives sentences for the log. */
  log?: (sentence: string) => void;
}

/**
 * Opens the embedded PostgreSQL of a folder: makes the database if there is none, adopts a server that still
 * runs, recovers one that was killed, else starts it. Throws a DatabaseProblem that says what to do.
 */
export async function openCluster(options: ClusterOptions): Promise<Cluster> {
  const folder = prepareFolder(options.folder);
  const open = async (): Promise<Cluster> => {
    const adopted = isInitialised(folder) ? await adoptFor(folder, options) : undefined;
    const server = adopted ?? (await start(folder, options));
    options.log?.(
      `PostgreSQL ${adopted ? 'was adopted' : 'started'}: process ${server.pid}, port ${server.port}.`,
    );
    return describe(folder, server, adopted !== undefined);
  };
  const onWait = (holder: number): void =>
    options.progress?.(
      `Process ${holder} starts or stops the database of this folder just now; waiting for it, three minutes at most.`,
    );
  return withFolderLock(folder.lock, open, { onWait });
}

/** A server left on another port than the one asked for is stopped, unless somebody still uses it. */
async function adoptFor(
  folder: ClusterFolder,
  { port = 0 }: ClusterOptions,
): Promise<RunningServer | undefined> {
  const server = await adoptServer(folder);
  if (!server || port === 0 || port === server.port) return server;
  if (countHolders(folder) > 0) {
    throw portTaken(port, `nobody, but the database already serves another hub at ${server.port}`);
  }
  await stopServer(server.pid);
  return undefined;
}

async function start(folder: ClusterFolder, options: ClusterOptions): Promise<RunningServer> {
  const { progress = () => undefined, durability = 'lasting', port = 0 } = options;
  const binaries = findBinaries();
  const privilege = choosePrivilege(folder.root, binaries);
  if (!isInitialised(folder)) {
    progress('Making the database (about two seconds)');
    await initialise(folder, { binaries, privilege, durability });
  }
  progress('Starting the database');
  const server = await startServer(folder, { binaries, privilege, durability, port, progress });
  return prove(folder, server);
}

function describe(folder: ClusterFolder, server: RunningServer, adopted: boolean): Cluster {
  const release = hold(folder);
  const urlOf = (database: string, role = database): string =>
    `postgresql://${encodeURIComponent(role)}:${passwordOf(folder, role)}@127.0.0.1:${server.port}/${encodeURIComponent(database)}`;
  const superuserUrl = urlOf('postgres', superuser);
  const admin = <T>(work: (client: Client) => Promise<T>): Promise<T> =>
    administer.asSuperuser(superuserUrl, work);
  return {
    ...server,
    adopted,
    data: folder.data,
    superuserUrl,
    urlOf,
    ensureDatabase: async (name) => {
      await admin(async (client) => {
        await administer.ensureRole(client, folder, name);
        await administer.ensureDatabase(client, name, { template: 'template1', owner: name });
      });
      return urlOf(name);
    },
    cloneDatabase: async (template, name) => {
      const owner = await admin(async (client) => {
        const owner = (await administer.ownerOf(client, template)) ?? superuser;
        await administer.ensureDatabase(client, name, { template, owner });
        return owner;
      });
      return urlOf(name, owner);
    },
    dropDatabase: (name) => admin((client) => administer.dropDatabase(client, name)),
    stop: () =>
      withFolderLock(folder.lock, async () => {
        release();
        if (countHolders(folder) > 0 || !isOurServer(folder, server.pid)) return;
        await stopServer(server.pid);
      }),
  };
}
