import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The long proofs, in order: each leaves its figures under bench/results. */
const proofs: readonly (readonly [name: string, command: string, words: readonly string[]])[] = [
  ['kills, restores and other long tests', 'vitest', ['run', '--config', 'vitest.prove.config.ts']],
  ['search over 100,000 opportunities', 'node', ['bench/dist/search/search.js', '100000']],
  ['import of a million rows', 'node', ['bench/dist/import/million-rows.js', '1000000']],
];

let failed = 0;
for (const [name, command, words] of proofs) {
  process.stdout.write(`\n== ${name}\n`);
  const { status } = spawnSync(command, words, { cwd: root, stdio: 'inherit' });
  if (status !== 0) failed += 1;
}
process.stdout.write(`\n${proofs.length - failed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;
