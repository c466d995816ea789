import { spawnSync } from 'node:child_process';
import { accessSync, chownSync, existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './binaries.js';
import { cannotLeaveRoot } from './database.errors.js';

/**
 * As whom the server runs. PostgreSQL refuses root: in a namespace root counts as nobody and files stay root's;
 * else the server runs as another user, to whom the folder is given.
 */
export type Privilege =
  | { kind: 'same' }
  | { kind: 'namespace'; command: string; options: string[] }
  | { kind: 'user'; uid: number; gid: number };

const namespace: Privilege = {
  kind: 'namespace',
  command: 'unshare',
  options: ['--user', '--map-user=65534', '--map-group=65534', '--'],
};

/**
 * Chooses as whom the server of a folder runs: as the caller unless that is root; for root as the user who owns
 * the folder already, else in a user namespace, else as the unprivileged user postgres or nobody.
 */
export function choosePrivilege(folder: string, binaries: Binaries): Privilege {
  if (process.getuid?.() !== 0) return { kind: 'same' };
  const owner = lstatSync(folder);
  if (owner.uid === 0 && canRun(namespace, binaries, folder)) return namespace;
  const user: Privilege =
    owner.uid === 0
      ? { kind: 'user', ...unprivilegedUser() }
      : { kind: 'user', uid: owner.uid, gid: owner.gid };
  if (owner.uid === 0) giveFolder(folder, user);
  if (canRun(user, binaries, folder)) return user;
  if (owner.uid === 0) giveFolder(folder, { uid: 0, gid: 0 });
  throw cannotLeaveRoot(folder, `user ${user.uid} may not enter the data folder or the project`);
}

/** Gives a folder and all in it to the user the server runs as; does nothing where it runs as the caller. */
export function giveTo(privilege: Privilege, folder: string): void {
  if (privilege.kind === 'user') giveFolder(folder, privilege);
}

/** The words that start a program with a privilege; for `user` the caller also passes uid and gid on. */
export function commandWith(
  privilege: Privilege,
  program: string,
  options: string[],
): { command: string; options: string[]; identity: { uid?: number; gid?: number } } {
  if (privilege.kind === 'namespace') {
    return {
      command: privilege.command,
      options: [...privilege.options, program, ...options],
      identity: {},
    };
  }
  const identity = privilege.kind === 'user' ? { uid: privilege.uid, gid: privilege.gid } : {};
  return { command: program, options, identity };
}

/** Tries it for real: the program must be readable and the folder writable to whom the server would run as. */
function canRun(privilege: Privilege, binaries: Binaries, folder: string): boolean {
  const script = 'test -w "$1" && test -x "$1" && test "$(id -u)" != 0 && exec "$0" --version';
  const { command, options, identity } = commandWith(privilege, '/bin/sh', [
    '-c',
    script,
    binaries.postgres,
    folder,
  ]);
  const result = spawnSync(command, options, { ...identity, cwd: '/', stdio: 'ignore' });
  return result.status === 0;
}

function giveFolder(folder: string, owner: { uid: number; gid: number }): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) giveFolder(path, owner);
    else chownIfThere(path, owner);
  }
  chownIfThere(folder, owner);
}

function chownIfThere(path: string, { uid, gid }: { uid: number; gid: number }): void {
  if (existsSync(path)) chownSync(path, uid, gid);
}

function unprivilegedUser(): { uid: number; gid: number } {
  const lines = readUsers().map((line) => line.split(':'));
  const line = ['postgres', 'nobody']
    .map((name) => lines.find((fields) => fields[0] === name))
    .find((fields) => fields !== undefined);
  return { uid: Number(line?.[2] ?? 65_534), gid: Number(line?.[3] ?? 65_534) };
}

function readUsers(): string[] {
  try {
    accessSync('/etc/passwd');
    return readFileSync('/etc/passwd', 'utf8').split('\n');
  } catch {
    return [];
  }
}
