import { parseArgs } from 'node:util';

import { type Usage, readUsage } from '@manabi/gateway/usage/usage-file';

import { usageFolder } from '../city/city-observation.js';
import { departments } from '../city/departments.js';
import { openHome } from '../home/home.js';
import { type Board, type UsedField, boardOf, sharedFields } from '../usage/board.js';
import { boardText } from '../usage/board-text.js';
import { committedOwnership } from '../usage/usage-pages.js';
import { type Command, CommandFault } from './command.js';

/** Tells which systems use which fields. */
export const usageCommand: Command = {
  usage: 'usage [--department NAME] [--field TYPE.FIELD] [--folder FOLDER]… [--json]',
  summary:
    'Tells which system asks for which field, what for, how often, how often in vain, and since when.',
  run: async (words) => {
    const { values } = parseArgs({
      args: [...words],
      options: {
        department: { type: 'string' },
        field: { type: 'string' },
        folder: { type: 'string', multiple: true },
        json: { type: 'boolean', default: false },
      },
    });
    const all = boardOf(usagesIn(values.folder), committedOwnership());
    const board = narrowed(all, values);
    process.stdout.write(
      values.json ? `${JSON.stringify(Object.fromEntries(board), null, 2)}\n` : boardText(board),
    );
    return 0;
  },
};

/** What is written down in folders of gateways, or in the city's home when none is named. */
export function usagesIn(folders: readonly string[] | undefined): Usage[] {
  const named = folders ?? [usageFolder(openHome(process.env))];
  return named.map((folder) => {
    try {
      return readUsage(folder);
    } catch (error) {
      throw new CommandFault(error instanceof Error ? error.message : String(error));
    }
  });
}

function narrowed(
  board: Board,
  { department, field }: { department?: string | undefined; field?: string | undefined },
): Board {
  const names = [...departments.map(({ name }) => name), sharedFields];
  if (department !== undefined && !names.includes(department)) {
    throw new CommandFault(
      `"${department}" is no department of this graph. They are: ${names.join(', ')}.`,
    );
  }
  const kept = [...board]
    .filter(([name]) => department === undefined || name === department)
    .map(([name, fields]): [string, readonly UsedField[]] => [
      name,
      fields.filter(({ coordinate }) => field === undefined || coordinate === field),
    ]);
  return new Map(kept.filter(([, fields]) => fields.length > 0));
}
