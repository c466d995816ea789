import { DatabaseProblem } from '@manabi/kit/postgres/database-problem';
import { withoutValues } from '@manabi/kit/database-failure';
import { Problem } from '@manabi/kit/problem';

import { BackupProblem } from '../database/backup-problem.js';
import { type Command, CommandFault } from './command.js';
import { commands } from './commands.js';
import { diskRefusal } from './disk-refusal.js';

/** Runs the command that the words name; answers the exit code: 0 done, 1 refused or failed, 2 misunderstood. */
export async function runCommand(words: readonly string[]): Promise<number> {
  const [word, ...rest] = words;
  const command = await commands.get(word ?? '')?.();
  if (!command) return tellCommands(word);
  if (rest.some(asksForHelp)) {
    process.stdout.write(usageOf(command));
    return 0;
  }
  try {
    return await command.run(rest);
  } catch (error) {
    process.stderr.write(`${await sentence(error, command)}\n`);
    return error instanceof CommandFault || isWordFault(error) ? 2 : 1;
  }
}

const asksForHelp = (word: string): boolean => word === '--help' || word === '-h';

async function tellCommands(word: string | undefined): Promise<number> {
  if (word === undefined || word === 'help' || asksForHelp(word)) {
    process.stdout.write(
      `The learning-information graph of Nishitokyo City.\n\n${await everyUsage()}`,
    );
    return 0;
  }
  process.stderr.write(`"${word}" is none of the commands. They are:\n\n${await everyUsage()}`);
  return 2;
}

async function everyUsage(): Promise<string> {
  const all = await Promise.all([...commands.values()].map((read) => read()));
  return all.map(usageOf).join('');
}

const usageOf = ({ usage, summary }: Command): string =>
  `  npm run hub -- ${usage}\n      ${summary}\n`;

async function sentence(error: unknown, command: Command): Promise<string> {
  if (error instanceof CommandFault)
    return `${error.message}\nUsage: npm run hub -- ${command.usage}`;
  if (isWordFault(error))
    return `${error.message.split('. ')[0]}.\nUsage: npm run hub -- ${command.usage}`;
  const { CompositionRefused } = await import('@manabi/gateway/composition/compose');
  const known = [Problem, DatabaseProblem, BackupProblem, CompositionRefused].some(
    (kind) => error instanceof kind,
  );
  if (known && error instanceof Error) return error.message;
  const refused = diskRefusal(error);
  if (refused) return refused;
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
