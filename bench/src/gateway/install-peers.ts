import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { peersFolder } from './contenders.js';

/** Installs the other gateways, once; they are no part of the product and of its own install. Throws without network. */
export function installPeers(): void {
  if (existsSync(join(peersFolder, 'node_modules', '.package-lock.json'))) return;
  process.stdout.write('Installing the other gateways (about 180 MB) …\n');
  // Scripts of theirs are not needed, so they do not run.
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: peersFolder,
    stdio: 'inherit',
  });
}
