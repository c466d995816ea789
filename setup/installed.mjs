import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Names the packages of the lock file that node_modules lacks or holds in another version, optional ones only
 * where they are made for this machine. Empty when the tree is up to date, whoever installed it.
 */
export function packagesToInstall(root, machine) {
  const wanted = readPackages(join(root, 'package-lock.json'));
  const present = readPackages(join(root, 'node_modules', '.package-lock.json'));
  return Object.keys(wanted).filter(
    (path) =>
      path.includes('node_modules/') &&
      isNeeded(wanted[path], machine) &&
      !(
        present[path] !== undefined &&
        present[path].version === wanted[path].version &&
        present[path].integrity === wanted[path].integrity &&
        existsSync(join(root, path, 'package.json'))
      ),
  );
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages || {};
  } catch (cause) {
    if (cause.code === 'ENOENT' || cause instanceof SyntaxError) return {};
    throw cause;
  }
}

/** An optional package that names no machine is a fallback nobody needs (WebAssembly, cloud runtimes). */
function isNeeded(entry, machine) {
  if (!entry.optional) return true;
  return (
    Boolean(entry.os && entry.cpu) &&
    fits(entry.os, machine.platform) &&
    fits(entry.cpu, machine.arch) &&
    (!entry.libc || fits(entry.libc, 'glibc'))
  );
}

/** Some packages write one word where a list is usual. */
function fits(words, value) {
  const list = [].concat(words);
  const isRefused = list.includes(`!${value}`);
  return list.includes(value) || (list.some((word) => word.startsWith('!')) && !isRefused);
}

/** The version of the Node that npm scripts find first; undefined when the packages came without one. */
export function bundledNode(root) {
  try {
    let folder = dirname(realpathSync(join(root, 'node_modules', '.bin', 'node')));
    while (!existsSync(join(folder, 'package.json'))) {
      if (folder === dirname(folder)) return undefined;
      folder = dirname(folder);
    }
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;
  } catch (cause) {
    if (cause.code === 'ENOENT') return undefined;
    throw cause;
  }
}
