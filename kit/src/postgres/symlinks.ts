import { existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';

/** One line of the package's pg-symlinks.json: `target` is the link to make, `source` the file it names. */
interface Link {
  source: string;
  target: string;
}

/**
 * Makes the links between the server's libraries that are missing in the package folder. Each is made aside and
 * renamed into place, so that two processes doing it at once, or one that is killed, leave whole links only.
 */
export function restoreSymlinks(root: string): number {
  const links = readLinks(join(root, 'native', 'pg-symlinks.json'));
  const missing = links.filter(({ target }) => !existsSync(join(root, target)));
  for (const { source, target } of missing) {
    const link = join(root, target);
    const aside = join(dirname(link), `.${basename(link)}.${process.pid}`);
    rmSync(aside, { force: true });
    symlinkSync(relative(dirname(link), join(root, source)), aside);
    renameSync(aside, link);
  }
  return missing.length;
}

function readLinks(file: string): Link[] {
  if (!existsSync(file)) return [];
  // The file is part of the pinned package; its form is known.
  return JSON.parse(readFileSync(file, 'utf8')) as Link[];
}
