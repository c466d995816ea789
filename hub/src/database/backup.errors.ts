import { failureReason } from '@manabi/kit/failure-reason';

import { BackupProblem } from './backup-problem.js';

/** There is no embedded database in the home. */
export const nothingToBackUp = (folder: string): BackupProblem =>
  new BackupProblem(
    `There is no embedded database in ${folder}, so there is nothing to back up. Start the hub once with "npm start", ` +
      'or name the right folder in HUB_HOME. Databases elsewhere are backed up by their own server.',
  );

/** The file to be written is there already. */
export const fileExists = (file: string): BackupProblem =>
  new BackupProblem(`${file} exists already and is not overwritten. Give another file name.`);

/** The backup would be written into what it copies. */
export const fileInsideHome = (file: string, folder: string): BackupProblem =>
  new BackupProblem(
    `${file} lies inside ${folder}, which is what is backed up. Give a file outside it, best on another disk.`,
  );

/** The backup cannot be written or the restored files cannot. */
export const notWritable = (path: string, cause: unknown): BackupProblem =>
  new BackupProblem(
    `${path} could not be written (${failureReason(cause, reasons)}). It needs a writable disk with enough room. ` +
      'Nothing was left behind; free some space or choose another place, then try again.',
    { cause },
  );

/** The backup cannot be read at all. */
export const notReadable = (file: string, cause: unknown): BackupProblem =>
  new BackupProblem(
    `The backup ${file} could not be read (${failureReason(cause, reasons)}). Give the path of a file made by "hub backup".`,
    { cause },
  );

/** The backup is not what its own list says it is. */
export const notWhole = (file: string, detail: string, cause?: unknown): BackupProblem =>
  new BackupProblem(
    `The backup ${file} is damaged: ${detail}. Nothing was restored. Copy the file again from where it was kept, ` +
      'or use another backup.',
    { cause },
  );

/** The backup is of a form or of a PostgreSQL this program does not know. */
export const otherVersion = (file: string, found: string, expected: string): BackupProblem =>
  new BackupProblem(
    `The backup ${file} is of ${found}, but this hub reads ${expected}. Restore it with the hub that made it.`,
  );

/** The home to restore into holds something. */
export const homeNotEmpty = (folder: string, found: string): BackupProblem =>
  new BackupProblem(
    `${folder} is not empty (it holds ${found}), and a restore never overwrites. ` +
      'Move it away, or name an empty folder in HUB_HOME, then try again.',
  );

/** The home cannot be put in place as a whole: the folder above it is closed, or a disk is mounted there. */
export const homeNotReplaceable = (folder: string, cause: unknown): BackupProblem =>
  new BackupProblem(
    `${folder} cannot be put in place as a whole (${failureReason(cause, reasons)}), and a restore appears whole or not at all. ` +
      `Nothing was restored. Name a folder inside it that need not exist yet, here and at every start: HUB_HOME=${folder}/city.`,
    { cause },
  );

const reasons: Record<string, string> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota of the user is used up',
  ENOENT: 'there is no such file or folder',
  EISDIR: 'it is a folder',
  EBUSY: 'a disk is mounted there',
  EXDEV: 'a disk is mounted there',
};
