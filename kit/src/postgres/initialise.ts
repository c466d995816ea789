import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './binaries.js';
import { newPassword, superuser } from './cluster-folder.js';
import type { ClusterFolder } from './cluster-folder.js';
import { diskFull } from './database.errors.js';
import type { Privilege } from './privilege.js';
import { giveTo } from './privilege.js';
import { processes } from './process-table.js';
import { runProgram } from './run-program.js';
import type { Outcome } from './run-program.js';
import { problemOfOutput } from './server-log.js';
import type { Durability } from './settings.js';
import { endProcesses } from './stop.js';

/** Free bytes without which no database is begun. */
const roomNeeded = 300 * 1024 * 1024;

/** What initdb needs to know. */
export interface Initialisation {
  binaries: Binaries;
  privilege: Privilege;
  durability: Durability;
}

/**
 * Makes an empty database in the folder, with a new password beside it. It grows in a folder of its own and is
 * renamed into place when whole: a start that is killed leaves nothing that looks like a database.
 */
export async function initialise(folder: ClusterFolder, how: Initialisation): Promise<void> {
  await sweep(folder);
  requireRoom(folder);
  const partial = join(folder.root, `data.partial.${process.pid}`);
  const password = join(folder.root, 'password.partial');
  writeFileSync(password, `${newPassword()}\n`, { mode: 0o600 });
  giveTo(how.privilege, folder.root);
  const outcome = await runInitdb(partial, password, how);
  if (outcome.code !== 0) {
    await sweep(folder);
    throw problemOfOutput(folder, outcome.output);
  }
  renameSync(password, folder.passwordFile);
  renameSync(partial, folder.data);
  giveTo(how.privilege, folder.root);
  for (const path of [folder.passwordFile, folder.root]) sync(path);
}

async function runInitdb(data: string, password: string, how: Initialisation): Promise<Outcome> {
  const locales = [
    ['--locale=C.UTF-8'],
    // Systems without the locale C.UTF-8. LC_CTYPE must know UTF-8, else pg_trgm finds no Japanese trigram.
    ['--locale=C', '--lc-ctype=en_US.UTF-8'],
  ];
  let outcome: Outcome = { code: 1, output: '' };
  for (const locale of locales) {
    outcome = await runProgram({
      privilege: how.privilege,
      path: how.binaries.initdb,
      cwd: '/',
      options: [
        `--pgdata=${data}`,
        `--username=${superuser}`,
        `--pwfile=${password}`,
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        ...locale,
        '--auth=scram-sha-256',
        ...(how.durability === 'passing' ? ['--no-sync'] : []),
      ],
    });
    if (outcome.code === 0 || !outcome.output.includes('locale name')) return outcome;
    rmSync(data, { recursive: true, force: true });
  }
  return outcome;
}

/**
 * Only one process initialises a folder at a time, so what is partial here was left by one that died; its initdb may
 * live on and write.
 */
async function sweep(folder: ClusterFolder): Promise<void> {
  const partial = `--pgdata=${join(folder.root, 'data.partial.')}`;
  const left = processes().filter(({ command }) => command.includes(partial));
  await endProcesses(
    left.map(({ pid }) => pid),
    0,
  );
  const names = readdirSync(folder.root).filter((name) => /^(data|password)\.partial/.test(name));
  for (const name of names) {
    // The children of an initdb that was ended write for a moment longer.
    rmSync(join(folder.root, name), {
      recursive: true,
      force: true,
      maxRetries: 20,
      retryDelay: 50,
    });
  }
}

function requireRoom(folder: ClusterFolder): void {
  const { bavail, bsize } = statfsSync(folder.root);
  const free = bavail * bsize;
  if (free < roomNeeded) {
    throw diskFull(folder.root, `${Math.floor(free / 1024 / 1024)} MB are free`);
  }
}

function sync(path: string): void {
  const file = openSync(path, 'r');
  fsyncSync(file);
  closeSync(file);
}
