import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { peersFolder } from './contenders.js';

/** Installs the other gateways, once; they are no part of the product and of its own install. Throws without network. */
export function installPeers(): void {
  for (const folder of [peersFolder, join(peersFolder, 'mercurius')]) {
    if (existsSync(join(folder, 'node_modules', '.package-lock.json'))) continue;
    process.stdout.write('Installing other gateways (about 200 MB in all) …\n');
    // Scripts of theirs are not needed, so they do not run.
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: folder,
      stdio: 'inherit',
    });
  }
}
