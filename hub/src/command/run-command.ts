import { CompositionRefused } from '@manabi/gateway/composition/compose';
import { DatabaseProblem } from '@manabi/kit/postgres/database-problem';
import { Problem } from '@manabi/kit/problem';

import { BackupProblem } from '../database/backup-problem.js';
import { backupCommand } from './backup.js';
import { type Command, CommandFault } from './command.js';
import { deliveriesCommand } from './deliveries.js';
import { importCommand } from './import.js';
import { rebuildIndexCommand } from './rebuild-index.js';
import { restoreCommand } from './restore.js';
import { schemaCommand } from './schema.js';
import { startCommand } from './start.js';
import { undoCommand } from './undo.js';

const commands: readonly Command[] = [
  startCommand,
  importCommand,
  undoCommand,
  deliveriesCommand,
  backupCommand,
  restoreCommand,
  rebuildIndexCommand,
  schemaCommand,
];

/** Runs the command that the words name; answers the exit code: 0 done, 1 refused or failed, 2 misunderstood. */
export async function runCommand(words: readonly string[]): Promise<number> {
  const command = commands.find(({ name }) => name === words[0]);
  if (!command) {
    process.stdout.write(help());
    return words[0] === undefined || words[0] === 'help' || words[0] === '--help' ? 0 : 2;
  }
  try {
    return await command.run(words.slice(1));
  } catch (error) {
    process.stderr.write(`${sentence(error, command)}\n`);
    return error instanceof CommandFault ? 2 : 1;
  }
}

function help(): string {
  const lines = commands.map(({ usage, summary }) => `  npm run hub -- ${usage}\n      ${summary}`);
  return `The learning-information graph of Nishitokyo City.\n\n${lines.join('\n')}\n`;
}

function sentence(error: unknown, command: Command): string {
  if (error instanceof CommandFault)
    return `${error.message}\nUsage: npm run hub -- ${command.usage}`;
  const known = [Problem, DatabaseProblem, BackupProblem, CompositionRefused].some(
    (kind) => error instanceof kind,
  );
  if (known && error instanceof Error) return error.message;
  if (
    error instanceof TypeError &&
    'code' in error &&
    error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION'
  )
    return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
