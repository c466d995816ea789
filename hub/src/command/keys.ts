import { parseArgs } from 'node:util';

import { feedKey, gatewayName, nudgeKey, serviceKey } from '@manabi/kit/derived-key';

import { type Home, openHome } from '../home/home.js';
import { cityKey } from '../home/keys.js';
import { SigningKeys } from '../issuer/signing-keys.js';
import { type Command, CommandFault } from './command.js';

/** Changes the keys by which the hub signs tokens, and prints those that a service needs. */
export const keysCommand: Command = {
  usage: 'keys rotate [--now] | service NAME | feed NAME | nudge NAME',
  summary:
    'Makes a new key that signs tokens; those of the old one stay good until they expire, with --now they end. Or prints the key of a service, the key that opens its feed alone, or the one for nudges to it (or to "gateway").',
  run: async ([word, ...rest]) => {
    const home = openHome(process.env);
    if (word === 'rotate') return rotate(home, rest);
    const make = word === undefined ? undefined : printed.get(word);
    if (!make) throw new CommandFault('Say "rotate", "service", "feed" or "nudge".');
    const [name = '', ...more] = rest;
    if (!/^[a-z][a-z0-9_-]*$/.test(name) || more.length > 0)
      throw new CommandFault('Name one service as it is named in the graph, e.g. library.');
    if (name === gatewayName && word !== 'nudge')
      throw new CommandFault('"gateway" is no service; there is a key for nudges to it only.');
    process.stdout.write(`${make(cityKey(home), name)}\n`);
    return 0;
  },
};

/** What is printed of a service, by the word that asks for it. */
const printed = new Map<string, (city: string, name: string) => string>([
  ['service', serviceKey],
  ['feed', (city, name) => feedKey(serviceKey(city, name), name)],
  ['nudge', (city, name) => nudgeKey(name === gatewayName ? city : serviceKey(city, name), name)],
]);

async function rotate(home: Home, words: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...words],
    options: { now: { type: 'boolean', default: false } },
  });
  const keys = await SigningKeys.open(home);
  const { made, gone } = await keys.rotate({ atOnce: values.now });
  const begins = values.now ? 'signs from now on' : 'signs from a minute from now on';
  process.stdout.write(`The key ${made} ${begins}. Keys taken away: ${gone.length}.\n`);
  return 0;
}
