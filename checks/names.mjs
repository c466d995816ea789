// Refuses file names that say nothing, barrels, and files that would leak a machine or a secret.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const nothing = new Set([
  'utils',
  'util',
  'helpers',
  'helper',
  'common',
  'shared',
  'types',
  'constants',
  'misc',
  'lib',
  'index',
  'manager',
  'base',
]);
const roles = [
  'entity',
  'input',
  'stub',
  'repository',
  'loader',
  'resolver',
  'rules',
  'errors',
  'feed',
  'import',
  'search',
  'builder',
  'test',
];

const files = execFileSync(
  'git',
  ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
  { encoding: 'utf8' },
)
  .split('\0')
  .filter(Boolean);

const faults = files.flatMap((file) => [
  ...saysNothing(file),
  ...hasUnknownRole(file),
  ...readsBadly(file),
]);
for (const fault of faults) process.stderr.write(`${fault}\n`);
process.stdout.write(`names: ${files.length} files looked at, ${faults.length} faults\n`);
process.exitCode = faults.length > 0 ? 1 : 0;

function saysNothing(file) {
  if (file === 'portal/src/index.html' || !/\.(ts|tsx|mjs|cjs|js|html)$/.test(file)) return [];
  return file
    .split('/')
    .map((part) => part.replace(/\..*$/, ''))
    .filter((part) => nothing.has(part))
    .map((part) => `${file}: "${part}" says nothing. Name the file after what it holds.`);
}

function hasUnknownRole(file) {
  const match = /^services\/[^/]+\/src\/.+\/[^/]+\.([a-z-]+)\.ts$/.exec(file);
  if (!match || file.includes('/migrations/') || roles.includes(match[1])) return [];
  return [`${file}: ".${match[1]}" is no role of a service. The roles are ${roles.join(', ')}.`];
}

function readsBadly(file) {
  if (
    !/\.(ts|tsx|mjs|cjs|json|md|graphql|tsv|html|css|sh)$/.test(file) ||
    file.startsWith('checks/') ||
    file === 'package-lock.json'
  )
    return [];
  const text = readFileSync(file, 'utf8');
  const faults = [];
  if (/(^|[\s"'`(=])\/(root|home|Users)\/[a-z]/m.test(text))
    faults.push(`${file}: names a folder of somebody's machine.`);
  if (/\.(ts|tsx)$/.test(file) && /\b(it|test|describe)\.(only|skip|todo)\(/.test(text))
    faults.push(`${file}: a test is skipped or alone.`);
  return faults;
}
