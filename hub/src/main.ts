import { runCommand } from './command/run-command.js';

// Who reads only the first lines (`| head`) closes the pipe: the rest is not wanted, and no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

process.exitCode = await runCommand(process.argv.slice(2));
