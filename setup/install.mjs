import { spawn } from 'node:child_process';
import { delimiter, sep } from 'node:path';

/** Installs exactly what the lock file says; answers npm's exit code. */
export function install(root, say) {
  const began = Date.now();
  const { command, words } = npm();
  const options = [
    'ci',
    '--no-audit',
    '--no-fund',
    '--include=optional',
    '--include=dev',
    '--loglevel=error',
  ];
  const child = spawn(command, words.concat(options), {
    cwd: root,
    // The node of the tree that npm is about to replace must not run npm.
    env: Object.assign({}, process.env, { PATH: pathWithoutTree(process.env.PATH || '') }),
    // What npm prints goes where this program's own sentences go.
    stdio: ['ignore', 2, 'inherit'],
  });
  const heartbeat = setInterval(() => say(`  still installing (${seconds(began)} s)`), 20_000);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code === null ? 1 : code));
  }).finally(() => clearInterval(heartbeat));
}

/** The npm that runs this script, with the node that runs it; else the one on the path. */
function npm() {
  const script = process.env.npm_execpath || '';
  const node = process.env.npm_node_execpath || '';
  const isKnown = script.endsWith('npm-cli.js') && node !== '' && !node.includes('node_modules');
  return isKnown ? { command: node, words: [script] } : { command: 'npm', words: [] };
}

function pathWithoutTree(path) {
  return path
    .split(delimiter)
    .filter((folder) => !folder.includes(`node_modules${sep}.bin`))
    .join(delimiter);
}

function seconds(began) {
  return Math.round((Date.now() - began) / 1000);
}
