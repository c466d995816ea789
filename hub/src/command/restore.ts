import { restore } from '../database/restore.js';
import { openHome } from '../home/home.js';
import { type Command, CommandFault } from './command.js';

/** Brings a copy of the city back. */
export const restoreCommand: Command = {
  usage: 'restore FILE',
  summary:
    'Brings a copy back into an empty home (HUB_HOME, or .hub); the next start begins a new feed epoch.',
  run: async ([file, ...rest]) => {
    if (!file || rest.length > 0) throw new CommandFault('Name the one file that "backup" wrote.');
    const home = openHome(process.env);
    const { made } = await restore(home, file);
    process.stdout.write(`${home.folder} holds the city as of ${made}. Start it: npm start\n`);
    return 0;
  },
};
