import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { ChildProcess } from 'node:child_process';
import type { Binaries } from './binaries.js';
import type { ClusterFolder } from './cluster-folder.js';
import { portTaken } from './database.errors.js';
import { claimPort, holderOfPort } from './port.js';
import { readPostmasterFile } from './postmaster-file.js';
import type { Privilege } from './privilege.js';
import { logSince, problemOfOutput, rotateLog, saysPortTaken } from './server-log.js';
import { spawnServer } from './run-program.js';
import { settingsOf } from './settings.js';
import type { Durability } from './settings.js';

/** How a server is to be started; port 0 takes a free one. */
export interface StartOptions {
  binaries: Binaries;
  privilege: Privilege;
  durability: Durability;
  port: number;
  progress: (sentence: string) => void;
}

/** A server that answers. */
export interface RunningServer {
  pid: number;
  port: number;
}

/** Starts the server of a folder no other serves, and waits until it answers, recovery after a crash included. */
export async function startServer(
  folder: ClusterFolder,
  options: StartOptions,
): Promise<RunningServer> {
  const position = rotateLog(folder);
  for (let attempt = 1; ; attempt += 1) {
    const port = await claimPort(options.port);
    const server = spawnServer(programOf(folder, options, port), folder.log);
    if (await becameReady(folder, server, options.progress)) return { pid: server.pid ?? 0, port };
    const output = logSince(folder, position);
    if (!saysPortTaken(output)) throw problemOfOutput(folder, output);
    if (options.port !== 0 || attempt === 5) throw portTaken(port, holderOfPort(port));
  }
}

function programOf(
  folder: ClusterFolder,
  options: StartOptions,
  port: number,
): Parameters<typeof spawnServer>[0] {
  const settings = Object.entries({ ...settingsOf(folder, options.durability), port: `${port}` });
  return {
    privilege: options.privilege,
    path: options.binaries.postgres,
    options: [
      '-D',
      folder.data,
      ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    cwd: '/',
  };
}

async function becameReady(
  folder: ClusterFolder,
  server: ChildProcess,
  progress: (sentence: string) => void,
): Promise<boolean> {
  const ended = Promise.race([once(server, 'exit'), once(server, 'error')]).then(
    () => true,
    () => true,
  );
  const began = Date.now();
  let told = false;
  do {
    const file = readPostmasterFile(folder.data);
    if (file?.pid === server.pid && file?.isReady) return true;
    if (!told && Date.now() - began > 3000) {
      told = true;
      progress('The database recovers from an interrupted run; nothing acknowledged is lost.');
    }
  } while (!(await Promise.race([ended, pause(15, false)])));
  return false;
}
