import { undoImport } from '../import/undo-import.js';
import { type Command, CommandFault } from './command.js';
import { withPlaces } from './with-places.js';

/** Takes an import back. */
export const undoCommand: Command = {
  usage: 'undo IMPORT',
  summary: 'Puts back what stood before an import; what it added is withdrawn.',
  run: async ([run, ...rest]) => {
    if (!run || rest.length > 0)
      throw new CommandFault('Name one import by the number that it printed.');
    const touched = await withPlaces((places) => undoImport(places.services, run), {
      takesTurns: true,
    });
    for (const [service, rows] of touched)
      process.stdout.write(`${service}: ${rows} rows put back.\n`);
    return 0;
  },
};
