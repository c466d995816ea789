import { databaseVariable } from '../city/databases.js';
import { departments } from '../city/departments.js';
import { backup } from '../database/backup.js';
import { openHome } from '../home/home.js';
import { type Command, CommandFault } from './command.js';

/** Makes one consistent copy of the city. */
export const backupCommand: Command = {
  usage: 'backup FILE',
  summary: 'Copies all databases, keys and configuration into one file, while the city serves.',
  run: async ([file, ...rest]) => {
    if (!file || rest.length > 0)
      throw new CommandFault('Name the one file that is to be written, e.g. city.tar.zst.');
    const elsewhere = departments
      .map(({ name }) => databaseVariable(name))
      .filter((name) => process.env[name]);
    if (elsewhere.length > 0) {
      throw new CommandFault(
        `${elsewhere.join(', ')} put databases elsewhere: this copy could not hold them. Back those servers up with their own tools, or unset the variables.`,
      );
    }
    const made = await backup(openHome(process.env), file, (sentence) =>
      process.stderr.write(`${sentence}\n`),
    );
    const size = (made.bytes / 1_000_000).toFixed(1);
    process.stdout.write(
      `${made.file}: ${size} MB, databases ${made.databases.join(', ')}, made ${made.made}\n`,
    );
    return 0;
  },
};
