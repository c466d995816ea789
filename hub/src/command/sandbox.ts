import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { serviceKey } from '@manabi/kit/derived-key';
import { pino } from 'pino';

import { type City, openCity } from '../city/city.js';
import { databaseVariable } from '../city/databases.js';
import { departments } from '../city/departments.js';
import { paths } from '../city/front-door.js';
import { conform } from '../conform/conform.js';
import { isConform, tableOf } from '../conform/report.js';
import { openHome } from '../home/home.js';
import { graphWith } from '../own/own-graph.js';
import { type OwnSubgraph, askOwnSubgraph } from '../own/own-subgraph.js';
import { type Command, CommandFault } from './command.js';
import { replacements } from './replace-words.js';
import { portOf } from './start.js';
import { stopSignal } from './stop-signal.js';

/** The city's key of every sandbox: published in docs/signature.md, so that keys made of it are no secret. */
const sandboxKey = 'a key for test vectors, never for a city';

/** Surrounds a department's own subgraph with a generated city. */
export const sandboxCommand: Command = {
  usage: 'sandbox --replace NAME=URL [--key-file FILE] [--port 4100] [--anyway]',
  summary:
    'Checks a subgraph of your own, then opens a throw-away sample city in which it stands in the place of a department (docs/connecting.md).',
  run: async (words) => {
    const { values } = parseArgs({
      args: [...words],
      options: {
        replace: { type: 'string', multiple: true, default: [] },
        'key-file': { type: 'string' },
        port: { type: 'string', default: '4100' },
        anyway: { type: 'boolean', default: false },
      },
    });
    const [asked, ...others] = replacements(values.replace);
    if (!asked || others.length > 0) throw new CommandFault('Say one --replace NAME=URL.');
    const key = keyOf(asked.name, values['key-file']);
    if (!(await isFit({ ...asked, key })) && !values.anyway) return refused();
    const own = await askOwnSubgraph({ ...asked, key });
    graphWith([own]);
    say(`\nThe SDL of ${own.name} composes with the other departments' subgraphs.`);
    await openSandbox(own, portOf(values.port));
    return 0;
  },
};

function keyOf(name: string, file: string | undefined): string {
  if (file === undefined) {
    const key = serviceKey(sandboxKey, name);
    say(`The key of ${name} in every sandbox, unless --key-file names another: ${key}`);
    return key;
  }
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    throw new CommandFault(`${file} cannot be read.`);
  }
}

async function isFit(own: Pick<OwnSubgraph, 'name' | 'url' | 'key'>): Promise<boolean> {
  const looked = await conform({ ...own, keys: new Map() });
  say(tableOf(own.url, looked));
  return isConform(looked);
}

function refused(): number {
  say('Mend what is wrong, or say --anyway to open the sandbox as it is.');
  return 1;
}

/** Opens the city on databases of its own, keeps it until Ctrl-C, and takes everything away. */
async function openSandbox(own: OwnSubgraph, port: number): Promise<void> {
  // A sandbox writes into no database of a real city, whatever this machine is set to.
  for (const { name } of departments) delete process.env[databaseVariable(name)];
  const folder = mkdtempSync(join(tmpdir(), 'manabi-sandbox-'));
  const { signal, asked } = stopSignal(() => say('Stopping …'));
  try {
    const city = await openCity({
      home: openHome({ HUB_HOME: folder }),
      port,
      separate: false,
      empty: false,
      own: [own],
      log: pino({ level: 'silent' }),
      progress: say,
      signal,
    });
    try {
      tellAddresses(city, own);
      await asked;
    } finally {
      await city.stop();
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  say('Stopped. Nothing of the sandbox is left.');
}

function tellAddresses({ door }: City, { name, url }: OwnSubgraph): void {
  say(`
A sample city answers; ${name} is asked at ${url.href}.
  Ask the graph   ${door.url}/graphiql
  Public graph    ${door.url}${paths.public}
  Departments     ${door.url}${paths.department}
  Pages           ${door.url}/
  Documents to try stand in schema/document/, e.g. p4.graphql.

Ctrl-C stops it and takes everything away.`);
}

const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`);
