// Builds the code and the pages, for one process at a time: who starts beside a build would load half a file.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { oneAtATime } from './one-at-a-time.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const compile = [join('node_modules', 'typescript', 'bin', 'tsc'), '-b'];
const bundle = [join('portal', 'dist', 'bundle.js')];

await oneAtATime(
  root,
  () => {
    for (const words of [compile, bundle]) {
      const { status, error } = spawnSync(process.execPath, words, { cwd: root, stdio: 'inherit' });
      if (error) throw error;
      if (status === 0) continue;
      process.stderr.write(
        `\nThe project could not be built (${words[0]}; its own words are above). If the code was not changed, the disk may be full or the folder not writable: mend that, then run the command again.\n\n`,
      );
      process.exitCode = status === null ? 1 : status;
      return;
    }
  },
  (sentence) => process.stderr.write(`${sentence}\n`),
);
