import '@manabi/kit/production';

import { runCommand } from './command/run-command.js';

// Who reads only the first lines (`| head`) closes the pipe, and a closed terminal takes nothing more: the rest is not
// wanted, and no failure. What keeps something open stops as it does when it is told to.
let isTold = false;
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error;
  if (process.listenerCount('SIGTERM') === 0) process.exit();
  if (!isTold) process.kill(process.pid, 'SIGTERM');
  isTold = true;
});
process.exitCode = await runCommand(process.argv.slice(2));
