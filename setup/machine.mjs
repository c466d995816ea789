// What the project needs of a machine, as sentences. Runs on any Node that reads ES modules, so it keeps to old syntax.

/** Bytes an installation needs: packages 0.8 GB, npm's cache of them, and the build. */
export const roomToInstall = 2 * 1024 * 1024 * 1024;

/** Bytes a start needs: the database and its log of changes. */
export const roomToRun = 500 * 1024 * 1024;

/** Says what to do when this Node cannot even prepare the machine; undefined when it can. */
export function problemOfNode(version) {
  if (Number(version.split('.')[0]) >= 20) return undefined;
  return (
    `This is Node ${version}; installing needs Node 20 or newer (Node 24 then comes with the packages). ` +
    'Install a newer Node from https://nodejs.org or with your version manager, then run the command again.'
  );
}

/** Says what to do where the planner (Rust) and the embedded PostgreSQL have no build; undefined where they have. */
export function problemOfPlatform(machine) {
  const missing = 'the query planner and the embedded PostgreSQL have no build for it. ';
  if (machine.platform === 'win32') {
    return `This is Windows: ${missing}Use WSL 2 (run "wsl --install" once) and start from its Linux shell.`;
  }
  if (machine.isMusl) {
    return `This Linux uses musl (such as Alpine): ${missing}Use a glibc Linux, for example Debian, Ubuntu or the image node:24-bookworm.`;
  }
  const name = `${machine.platform}-${machine.arch}`;
  if (['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'].indexOf(name) !== -1)
    return undefined;
  return `This is ${name}: ${missing}Use Linux (glibc) or macOS on x64 or arm64.`;
}

/** Says how much room is missing on the disk of the project; undefined when there is enough. */
export function problemOfDisk(free, needed) {
  if (free >= needed) return undefined;
  return (
    `The disk of the project has ${inMegabytes(free)} free; ${inMegabytes(needed)} are needed. ` +
    'Free some space, or move the project to a larger disk, then run the command again.'
  );
}

/** Says what to do when npm left out the Node 24 that should have come with the packages. */
export function problemOfRuntime(found) {
  const what = found
    ? `node_modules/.bin/node is ${found}, but Node 24 was expected. `
    : 'The packages came without Node 24 (node_modules/.bin/node is missing), so an older Node would run the hub. ';
  return (
    `${what}It is an optional dependency, which npm leaves out with --omit=optional, --no-optional or ` +
    '"omit=optional" in .npmrc. Remove that setting, run "npm ci --include=optional", then try again.'
  );
}

function inMegabytes(bytes) {
  return `${Math.floor(bytes / 1024 / 1024).toLocaleString('en')} MB`;
}
