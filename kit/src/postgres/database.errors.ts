import { failureReason } from '../failure-reason.js';
import { DatabaseProblem } from './database-problem.js';

/** The platform has no build of the embedded server. */
export const noBuildFor = (platform: string): DatabaseProblem =>
  new DatabaseProblem(
    'PLATFORM',
    `There is no embedded PostgreSQL for ${platform}. It exists for Linux (glibc) and macOS, x64 and arm64. ` +
      'Use one of these, or set DATABASE_URL of every service to a PostgreSQL 18 server of yours.',
  );

/** The npm package with the server's programs is not installed, or part of it is gone. */
export const binariesMissing = (name: string, cause?: unknown): DatabaseProblem =>
  new DatabaseProblem(
    'BINARIES',
    `The npm package ${name} with the embedded PostgreSQL is not installed or not whole. ` +
      'Run "npm ci" in the project folder, without --omit=optional.',
    { cause },
  );

/** The data folder cannot be made, read or written. */
export const folderUnusable = (folder: string, cause: unknown): DatabaseProblem =>
  new DatabaseProblem(
    'FOLDER',
    `The data folder ${folder} cannot be used (${failureReason(cause, reasons)}). It must be a folder on a writable disk that ` +
      'belongs to the user who starts the hub. Change its owner and permissions, or choose another folder.',
    { cause },
  );

/** The disk under the data folder has no room. */
export const diskFull = (folder: string, detail: string): DatabaseProblem =>
  new DatabaseProblem(
    'DISK_FULL',
    `The disk under ${folder} has no room for the database (${detail}). ` +
      'At least 300 MB must be free. Free some space, then start again; nothing acknowledged is lost.',
  );

/** What was to be written in a data folder was refused: the disk is full, or the folder cannot be used. */
export function notWritten(folder: string, cause: unknown): DatabaseProblem {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return code === 'ENOSPC' || code === 'EDQUOT'
    ? diskFull(folder, 'nothing can be written')
    : folderUnusable(folder, cause);
}

/** The port that was asked for belongs to another process. */
export const portTaken = (port: number, holder: string | undefined): DatabaseProblem =>
  new DatabaseProblem(
    'PORT_TAKEN',
    `Port ${port} of 127.0.0.1 is already used by ${holder ?? 'another process'}. ` +
      'Stop that process, or ask for another port, or for 0 to take a free one.',
  );

/** Another start of the same folder never finished. */
export const folderLocked = (folder: string, holder: number): DatabaseProblem =>
  new DatabaseProblem(
    'LOCKED',
    `Process ${holder} has been starting or stopping the database in ${folder} for too long. ` +
      `Wait for it, or end it with "kill ${holder}", then start again.`,
  );

/** A live server holds the folder but is not one this program started. */
export const foreignServer = (folder: string, pid: number): DatabaseProblem =>
  new DatabaseProblem(
    'FOREIGN_SERVER',
    `Process ${pid} already serves the database in ${folder}, but this program did not start it. ` +
      `Stop it with "kill -INT ${pid}", then start again.`,
  );

/** The password kept beside the data does not open the server. */
export const passwordRefused = (file: string, cause?: unknown): DatabaseProblem =>
  new DatabaseProblem(
    'PASSWORD',
    `The database does not accept the password in ${file}. The file must be the one made together with the data. ` +
      'Put it back from a backup of the hub.',
    { cause },
  );

/** Folder and secret do not belong together, or the data is of another PostgreSQL. */
export const folderDamaged = (folder: string, detail: string): DatabaseProblem =>
  new DatabaseProblem(
    'DAMAGED',
    `The folder ${folder} does not hold a database this program can open: ${detail}. ` +
      'Restore a backup into an empty folder with "hub restore <file>", or choose another folder.',
  );

/** PostgreSQL ended instead of serving. */
export const notStarted = (log: string, lastLines: string): DatabaseProblem =>
  new DatabaseProblem(
    'START',
    `PostgreSQL did not start. Its last words: ${lastLines || '(none)'} The whole log is ${log}. ` +
      'Put right what it names, then start again.',
  );

/** PostgreSQL did not end when asked. */
export const notStopped = (pid: number): DatabaseProblem =>
  new DatabaseProblem(
    'STOP',
    `PostgreSQL (process ${pid}) did not stop within two minutes. ` +
      `End it with "kill -QUIT ${pid}"; the next start recovers everything acknowledged.`,
  );

/** Root started the hub and no way was found to run the server as anybody else. */
export const cannotLeaveRoot = (folder: string, detail: string): DatabaseProblem =>
  new DatabaseProblem(
    'PRIVILEGE',
    `PostgreSQL refuses to run as root, and it could not be run as another user (${detail}). Start the hub as an ` +
      `ordinary user who owns the project and ${folder}, for example with "runuser -u <user> -- npm start", ` +
      'or allow user namespaces (sysctl user.max_user_namespaces) and install "unshare" of util-linux.',
  );

const reasons: Record<string, string> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  ENOTDIR: 'a file stands where a folder was expected',
  EEXIST: 'a file stands where a folder was expected',
  ENOENT: 'it cannot be made; the disk may be read-only',
};
