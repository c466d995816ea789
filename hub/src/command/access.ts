import { parseArgs } from 'node:util';

import { verifyAccessRecord } from '@manabi/gateway/access-record/verify';

import { accessFolder } from '../city/city-observation.js';
import { openHome } from '../home/home.js';
import { type Command, CommandFault } from './command.js';

/** Checks the record of who asked for protected fields. */
export const accessCommand: Command = {
  usage: 'access verify [--folder FOLDER] [--known NUMBER:HASH]',
  summary:
    'Checks that no line of the access record was changed, left out or cut off; --known is a checkpoint you kept.',
  run: async ([verb, ...words]) => {
    if (verb !== 'verify') throw new CommandFault('Say what is to be done: "access verify".');
    const { values } = parseArgs({
      args: words,
      options: { folder: { type: 'string' }, known: { type: 'string' } },
    });
    const folder = values.folder ?? accessFolder(openHome(process.env));
    const found = await verifyAccessRecord(folder, headIn(values.known)).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      throw new CommandFault(`The access record in ${folder} cannot be read (${reason}).`);
    });
    const { files, lines, first, head, until, faults } = found;
    for (const fault of faults) process.stderr.write(`${fault}\n`);
    const span =
      lines === 0 ? 'nothing was recorded' : `lines ${first} to ${head.number}, until ${until}`;
    process.stdout.write(
      `${folder}: ${files} files, ${span}. ${faults.length === 0 ? 'The chain is whole.' : 'The chain is broken.'}\nKeep this elsewhere: ${head.number}:${head.hash}\n`,
    );
    return faults.length === 0 ? 0 : 1;
  },
};

function headIn(text: string | undefined): { number: number; hash: string } | undefined {
  if (text === undefined) return undefined;
  const [, number, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (number && hash) return { number: Number(number), hash };
  throw new CommandFault(
    `"${text}" is no checkpoint; it is NUMBER:HASH as "access verify" prints it.`,
  );
}
