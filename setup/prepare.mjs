// What a fresh clone needs before anything else. npm start, npm test and npm run prove call it first; it needs no
// package, and on an up-to-date tree it only looks.
import { execFileSync } from 'node:child_process';
import { existsSync, statfsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install } from './install.mjs';
import { bundledNode, packagesToInstall } from './installed.mjs';
import * as machine from './machine.mjs';
import { oneAtATime } from './one-at-a-time.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const here = { platform: process.platform, arch: process.arch, isMusl: isMusl() };

stopOn(machine.problemOfNode(process.versions.node));
stopOn(machine.problemOfPlatform(here));
if (packagesToInstall(root, here).length > 0) await oneAtATime(root, prepare, say);
stopOn(machine.problemOfDisk(freeBytes(), machine.roomToRun));
requireRuntime(bundledNode(root));

async function prepare() {
  const missing = packagesToInstall(root, here);
  if (missing.length === 0) return; // Another process has just installed them.
  stopOn(machine.problemOfDisk(freeBytes(), machine.roomToInstall));
  say(
    `Installing the packages (${missing.length} of them new, about 0.8 GB; one to three minutes)`,
  );
  const code = await install(root, say).catch((cause) => {
    stopOn(
      `npm could not be started (${cause.code}). Install Node with npm from https://nodejs.org, then try again.`,
    );
  });
  if (code !== 0) {
    stopOn(
      `npm could not install the packages (exit code ${code}; its own words are above). If they speak of the ` +
        'network, the npm registry could not be reached: check the connection or the proxy, then run the command again.',
    );
  }
  requireRuntime(runtimeThatRuns());
  const left = packagesToInstall(root, here);
  if (left.length > 0) {
    stopOn(
      `npm left out ${left.length} packages of this machine (such as ${left[0]}). ` +
        'Run "npm ci --include=optional --include=dev", read what it says, then try again.',
    );
  }
  say('Installed.');
}

/** Runs it for real: a binary may be there and yet not run (an old glibc, a disk mounted noexec). */
function runtimeThatRuns() {
  if (bundledNode(root) === undefined) return undefined;
  try {
    const node = join(root, 'node_modules', '.bin', 'node');
    return execFileSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' }).trim();
  } catch (cause) {
    return stopOn(
      `The Node 24 of the packages does not run here: ${String(cause.stderr || cause.message).trim()} ` +
        'It needs Linux with glibc 2.28 or newer, or macOS, and a disk that lets programs run.',
    );
  }
}

function requireRuntime(version) {
  if (version === undefined || Number(version.split('.')[0]) < 24) {
    stopOn(machine.problemOfRuntime(version));
  }
}

function freeBytes() {
  const disk = statfsSync(root);
  return disk.bavail * disk.bsize;
}

function isMusl() {
  if (process.platform !== 'linux') return false;
  return !existsSync('/lib64/ld-linux-x86-64.so.2') && !existsSync('/lib/ld-linux-aarch64.so.1');
}

function stopOn(problem) {
  if (problem === undefined) return;
  process.stderr.write(`\n${problem}\n\n`);
  process.exit(1);
}

/** Apart from what the command prints: somebody may keep that in a file. */
function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}
