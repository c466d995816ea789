import { parseArgs } from 'node:util';

import { openHome } from '../home/home.js';
import { SigningKeys } from '../issuer/signing-keys.js';
import { type Command, CommandFault } from './command.js';

/** Changes the keys by which the hub signs tokens. */
export const keysCommand: Command = {
  name: 'keys',
  usage: 'keys rotate [--now]',
  summary:
    'Makes a new key that signs tokens; those of the old one stay good until they expire, with --now they end.',
  run: async ([word, ...rest]) => {
    if (word !== 'rotate') throw new CommandFault('Say "rotate".');
    const { values } = parseArgs({
      args: rest,
      options: { now: { type: 'boolean', default: false } },
    });
    const keys = await SigningKeys.open(openHome(process.env));
    const { made, gone } = await keys.rotate({ atOnce: values.now });
    const begins = values.now ? 'signs from now on' : 'signs from a minute from now on';
    process.stdout.write(`The key ${made} ${begins}. Keys taken away: ${gone.length}.\n`);
    return 0;
  },
};
