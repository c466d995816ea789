import { CompositionRefused } from '@manabi/gateway/composition/compose';
import { DatabaseProblem } from '@manabi/kit/postgres/database-problem';
import { withoutValues } from '@manabi/kit/database-failure';
import { Problem } from '@manabi/kit/problem';

import { BackupProblem } from '../database/backup-problem.js';
import { accessCommand } from './access.js';
import { backupCommand } from './backup.js';
import { checkCommand } from './check.js';
import { clientCommand } from './client.js';
import { type Command, CommandFault } from './command.js';
import { conformCommand } from './conform.js';
import { deliveriesCommand } from './deliveries.js';
import { importCommand } from './import.js';
import { keysCommand } from './keys.js';
import { rebuildIndexCommand } from './rebuild-index.js';
import { mapCommand } from './map.js';
import { planCommand } from './plan.js';
import { restoreCommand } from './restore.js';
import { sandboxCommand } from './sandbox.js';
import { schemaCommand } from './schema.js';
import { sourceCommand } from './source.js';
import { startCommand } from './start.js';
import { statisticsCommand } from './statistics.js';
import { templateCommand } from './template.js';
import { undoCommand } from './undo.js';
import { usageCommand } from './usage.js';

const commands: readonly Command[] = [
  startCommand,
  importCommand,
  mapCommand,
  templateCommand,
  sourceCommand,
  undoCommand,
  deliveriesCommand,
  backupCommand,
  restoreCommand,
  rebuildIndexCommand,
  clientCommand,
  keysCommand,
  conformCommand,
  sandboxCommand,
  accessCommand,
  planCommand,
  statisticsCommand,
  usageCommand,
  checkCommand,
  schemaCommand,
];

/** Runs the command that the words name; answers the exit code: 0 done, 1 refused or failed, 2 misunderstood. */
export async function runCommand(words: readonly string[]): Promise<number> {
  const [word, ...rest] = words;
  const command = commands.find(({ name }) => name === word);
  if (!command) return tellCommands(word);
  if (rest.some(asksForHelp)) {
    process.stdout.write(usageOf(command));
    return 0;
  }
  try {
    return await command.run(rest);
  } catch (error) {
    process.stderr.write(`${sentence(error, command)}\n`);
    return error instanceof CommandFault || isWordFault(error) ? 2 : 1;
  }
}

const asksForHelp = (word: string): boolean => word === '--help' || word === '-h';

function tellCommands(word: string | undefined): number {
  if (word === undefined || word === 'help' || asksForHelp(word)) {
    process.stdout.write(`The learning-information graph of Nishitokyo City.\n\n${everyUsage()}`);
    return 0;
  }
  process.stderr.write(`"${word}" is none of the commands. They are:\n\n${everyUsage()}`);
  return 2;
}

const everyUsage = (): string => commands.map(usageOf).join('');

const usageOf = ({ usage, summary }: Command): string =>
  `  npm run hub -- ${usage}\n      ${summary}\n`;

function sentence(error: unknown, command: Command): string {
  if (error instanceof CommandFault)
    return `${error.message}\nUsage: npm run hub -- ${command.usage}`;
  if (isWordFault(error))
    return `${error.message.split('. ')[0]}.\nUsage: npm run hub -- ${command.usage}`;
  const known = [Problem, DatabaseProblem, BackupProblem, CompositionRefused].some(
    (kind) => error instanceof kind,
  );
  if (known && error instanceof Error) return error.message;
  const failure = withoutValues(error);
  return failure instanceof Error ? (failure.stack ?? failure.message) : String(failure);
}

/** What Node says of a word it did not expect (an unknown option, one without its value, a word too many). */
function isWordFault(error: unknown): error is TypeError {
  return (
    error instanceof TypeError &&
    'code' in error &&
    typeof error.code === 'string' &&
    error.code.startsWith('ERR_PARSE_ARGS_')
  );
}
