import { parseArgs } from 'node:util';

import { openHome } from '../home/home.js';
import { type ClientRole, Clients, clientRoles } from '../issuer/clients.js';
import { issuerPaths } from '../issuer/issuer.js';
import { type Command, CommandFault } from './command.js';

/** Registers the systems that may ask for tokens. */
export const clientCommand: Command = {
  usage: `client add NAME --role ${clientRoles.join('|')} [--scope S]… [--purpose P]… | list | remove NAME`,
  summary: 'Registers a system that asks as a department or an analyst; its secret is told once.',
  run: async ([word, ...rest]) => {
    const clients = new Clients(openHome(process.env));
    if (word === 'add') return add(clients, rest);
    if (word === 'list' && rest.length === 0) return list(clients);
    const [name, ...others] = rest;
    if (word === 'remove' && name !== undefined && others.length === 0) {
      return remove(clients, name);
    }
    throw new CommandFault('Say "add", "list" or "remove", and the name of the system.');
  },
};

async function add(clients: Clients, words: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      role: { type: 'string' },
      scope: { type: 'string', multiple: true, default: [] },
      purpose: { type: 'string', multiple: true, default: [] },
    },
  });
  const [name, ...others] = positionals;
  if (name === undefined || others.length > 0) {
    throw new CommandFault('Name the one system that is to be registered.');
  }
  const role = roleOf(values.role);
  const scopes = wordsOf(values.scope);
  const secret = await clients.add({ name, role, scopes, purposes: wordsOf(values.purpose) });
  say(`${name} is registered. This secret is told once and kept nowhere:

  ${secret}

It asks for a token, good for ten minutes, while the hub runs:
  curl -u '${name}:${secret}' -d grant_type=client_credentials http://localhost:4000${issuerPaths.token}
and sends it as "Authorization: Bearer …"; what it asks for in "hub-purpose", on which basis in "hub-legal-basis".`);
  return 0;
}

function list(clients: Clients): number {
  const lines = clients
    .list()
    .map(
      ({ name, role, scopes, purposes, registered }) =>
        `${name}  ${role}  scopes: ${told(scopes)}  purposes: ${told(purposes)}  since ${registered}`,
    );
  say(lines.length > 0 ? lines.join('\n') : 'No system is registered.');
  return 0;
}

function remove(clients: Clients, name: string): number {
  const wasThere = clients.remove(name);
  say(
    wasThere
      ? `${name} is removed; its tokens are refused from now on.`
      : `No system is registered as "${name}".`,
  );
  return wasThere ? 0 : 1;
}

function roleOf(word: string | undefined): ClientRole {
  const role = clientRoles.find((each) => each === word);
  if (role) return role;
  throw new CommandFault(`Say which role it has: --role ${clientRoles.join(' or --role ')}.`);
}

/** The words of an option that may be repeated, or hold several with commas between. */
function wordsOf(given: readonly string[]): string[] {
  const words = given.flatMap((each) => each.split(',')).map((each) => each.trim());
  const wrong = words.find((each) => !/^[\x21\x23-\x2b\x2d-\x5b\x5d-\x7e]+$/.test(each));
  if (wrong === undefined) return words;
  throw new CommandFault(`"${wrong}" is not a word: write no spaces, quotes or backslashes.`);
}

const told = (words: readonly string[]): string => words.join(' ') || 'none';

const say = (text: string): void => void process.stdout.write(`${text}\n`);
