import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { ClusterFolder } from './cluster-folder.js';
import { birthOf } from './process-table.js';

/** Notes that this process uses the server of a folder; the answer takes the note away. */
export function hold(folder: ClusterFolder): () => void {
  const name = `${process.pid}.${birthOf(process.pid) ?? ''}.${randomUUID()}`.replaceAll(
    /[ :]/g,
    '_',
  );
  const file = join(folder.holders, name);
  writeFileSync(file, '');
  return () => rmSync(file, { force: true });
}

/** How many live users the server of a folder has; the notes of processes that died are swept. */
export function countHolders(folder: ClusterFolder): number {
  const names = readdirSync(folder.holders);
  const live = names.filter((name) => {
    const [pid, birth] = name.split('.');
    return birthOf(Number(pid))?.replaceAll(/[ :]/g, '_') === birth;
  });
  const dead = names.filter((name) => !live.includes(name));
  for (const name of dead) rmSync(join(folder.holders, name), { force: true });
  return live.length;
}
