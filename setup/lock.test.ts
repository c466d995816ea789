import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

interface Entry {
  version?: string;
  optionalDependencies?: Record<string, string>;
}

// npm's own file; its form is known.
const lock = JSON.parse(
  readFileSync(join(import.meta.dirname, '../package-lock.json'), 'utf8'),
) as { packages: Record<string, Entry> };

/** Looks where Node would: beside the package, then in each folder above. */
function isLocked(from: string, name: string): boolean {
  const folders = from.split('/node_modules/');
  return folders.some((_, index) => {
    const above = folders.slice(0, folders.length - index).join('/node_modules/');
    return lock.packages[`${above}/node_modules/${name}`]?.version !== undefined;
  });
}

// "npm ci" refuses a lock file that lacks the builds of other machines. One written while node_modules is present
// lacks them: delete node_modules and package-lock.json, then run "npm install".
test('the lock file knows the builds of every machine, not only of the one that wrote it', () => {
  const lacking = Object.entries(lock.packages).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {}).filter(
      (name) =>
        lock.packages[`node_modules/${name}`]?.version === undefined && !isLocked(path, name),
    ),
  );

  expect(lacking).toEqual([]);
});
