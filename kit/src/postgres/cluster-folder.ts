import { createHash, createHmac, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderDamaged, notWritten } from './database.errors.js';

/** The superuser of an embedded server; its password lies beside the data. */
export const superuser = 'hub';

/** The major version of PostgreSQL whose data this program opens. */
export const majorVersion = '18';

/** Where the parts of one embedded server lie. */
export interface ClusterFolder {
  root: string;
  /** PostgreSQL's own data folder. */
  data: string;
  /** Secret of the superuser, readable to its owner only. */
  passwordFile: string;
  log: string;
  lock: string;
  /** One file per process that uses the server now. */
  holders: string;
  /** Shown in every process title of the server, so that its processes can be told from any other. */
  clusterName: string;
}

/** Makes the folder of a server if need be and proves that it can be written; a path through links is resolved. */
export function prepareFolder(folder: string): ClusterFolder {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const root = realpathSync(folder);
    const probe = join(root, `.write.${process.pid}`);
    writeFileSync(probe, 'x');
    rmSync(probe);
    mkdirSync(join(root, 'holders'), { recursive: true, mode: 0o700 });
    return {
      root,
      data: join(root, 'data'),
      passwordFile: join(root, 'password'),
      log: join(root, 'server.log'),
      lock: join(root, 'lock'),
      holders: join(root, 'holders'),
      clusterName: `manabi-${createHash('sha256').update(root).digest('hex').slice(0, 16)}`,
    };
  } catch (cause) {
    throw notWritten(folder, cause);
  }
}

/** Whether the folder holds an initialised database of the right version; a foreign one is a problem. */
export function isInitialised(folder: ClusterFolder): boolean {
  const file = join(folder.data, 'PG_VERSION');
  if (!existsSync(folder.data)) return false;
  if (!existsSync(file)) throw folderDamaged(folder.root, `${folder.data} has no PG_VERSION.`);
  const version = readFileSync(file, 'utf8').trim();
  if (version !== majorVersion) {
    throw folderDamaged(folder.root, `its data is of PostgreSQL ${version}, not ${majorVersion}.`);
  }
  if (!existsSync(folder.passwordFile)) {
    throw folderDamaged(
      folder.root,
      `${folder.passwordFile}, made together with the data, is gone.`,
    );
  }
  return true;
}

/** A new secret of 256 bits. */
export const newPassword = (): string => randomBytes(32).toString('base64url');

/** The password of a role: the superuser's own, or for others one derived from it, so that none is stored. */
export function passwordOf(folder: ClusterFolder, role: string): string {
  const secret = readFileSync(folder.passwordFile, 'utf8').trim();
  if (role === superuser) return secret;
  return createHmac('sha256', secret).update(`role ${role}`).digest('base64url');
}
