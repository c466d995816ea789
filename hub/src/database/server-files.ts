import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Copied last: it says where replay begins. */
export const controlFile = 'global/pg_control';

/** Folders whose content a server makes anew at its start (PostgreSQL 18, "Making a Base Backup"). */
const emptied = new Set([
  'pg_wal',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
]);

/** Folders inside the emptied ones that a server expects to find. */
const expected = ['pg_wal/archive_status', 'pg_wal/summaries'];

const leftOut =
  /(^|\/)(postmaster\.(pid|opts)|backup_label|tablespace_map|pgsql_tmp[^/]*|pg_internal\.init[^/]*)$/;

/** What of a data folder belongs into a backup: paths relative to it. */
export interface ServerFiles {
  folders: string[];
  files: string[];
}

/** Lists the files of a data folder that a copy taken while the server runs must hold, the control file left out. */
export async function listServerFiles(data: string): Promise<ServerFiles> {
  const found: ServerFiles = { folders: [...expected], files: [] };
  await walk(data, '', found);
  found.files = found.files.filter((file) => file !== controlFile);
  return found;
}

async function walk(data: string, folder: string, found: ServerFiles): Promise<void> {
  const entries = await readdir(join(data, folder), { withFileTypes: true }).catch(gone);
  for (const entry of entries) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (leftOut.test(path)) continue;
    if (entry.isFile()) found.files.push(path);
    if (!entry.isDirectory()) continue;
    found.folders.push(path);
    if (!emptied.has(path)) await walk(data, path, found);
  }
}

/** A database may be dropped while it is listed; replay knows. */
function gone(error: NodeJS.ErrnoException): [] {
  if (error.code === 'ENOENT') return [];
  throw error;
}

/** The finished pieces of the server's log from the first to the last needed one. */
export async function listLog(data: string, first: string, last: string): Promise<string[]> {
  const names = await readdir(join(data, 'pg_wal'));
  return names
    .filter((name) => /^[0-9A-F]{24}$/.test(name) && name >= first && name <= last)
    .sort();
}
