import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { conform } from '../conform/conform.js';
import { isObject } from '../conform/reply.js';
import { isConform, jsonOf, tableOf } from '../conform/report.js';
import type { Representation } from '../conform/sample.js';
import { type Command, CommandFault } from './command.js';

/** Checks a subgraph in any language. */
export const conformCommand: Command = {
  usage: 'conform URL --key-file FILE [--keys FILE] [--json]',
  summary:
    'Checks any subgraph over HTTP, in whatever language, and says what is wrong and what to do.',
  run: async (words) => {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        'key-file': { type: 'string' },
        keys: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    const url = addressIn(positionals);
    const looked = await conform({
      url,
      key: keyIn(values['key-file']),
      keys: values.keys === undefined ? new Map() : keysIn(values.keys),
    });
    process.stdout.write((values.json ? jsonOf : tableOf)(url, looked));
    return isConform(looked) ? 0 : 1;
  },
};

function addressIn([text, ...rest]: readonly string[]): URL {
  const url = text !== undefined && rest.length === 0 ? URL.parse(text) : null;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new CommandFault(
      'Name the one address of the subgraph, e.g. http://127.0.0.1:4001/graphql.',
    );
  }
  if (url.pathname === '/') url.pathname = '/graphql';
  return url;
}

function keyIn(file: string | undefined): string {
  if (file === undefined) {
    throw new CommandFault(
      'Name the file that holds its key, shared with the gateways (hub keys service NAME prints it): --key-file FILE.',
    );
  }
  const key = textOf(file).trim();
  if (key !== '') return key;
  throw new CommandFault(`${file} is empty; it holds the key shared with the gateways.`);
}

function keysIn(file: string): ReadonlyMap<string, readonly Representation[]> {
  const expected = `${file} holds JSON as {"Course": [{"id": "…"}]}: for each type keys that exist.`;
  let value: unknown;
  try {
    value = JSON.parse(textOf(file));
  } catch (error) {
    if (error instanceof CommandFault) throw error;
    throw new CommandFault(expected);
  }
  if (!isObject(value)) throw new CommandFault(expected);
  return new Map(
    Object.entries(value).map(([name, keys]) => {
      if (!Array.isArray(keys) || !keys.every(isObject)) throw new CommandFault(expected);
      return [name, keys];
    }),
  );
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandFault(`${file} cannot be read (${reason}).`);
  }
}
