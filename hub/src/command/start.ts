import { parseArgs } from 'node:util';

import { serviceKey } from '@manabi/kit/derived-key';

import { type City, type CityOptions, openCity } from '../city/city.js';
import { paths, provePort } from '../city/front-door.js';
import { claimHome } from '../home/claim-home.js';
import { type Home, openHome } from '../home/home.js';
import { cityKey } from '../home/keys.js';
import { openLog } from '../home/log.js';
import { type OwnSubgraph, askOwnSubgraph } from '../own/own-subgraph.js';
import { type Command, CommandFault } from './command.js';
import { askFirstQuestion } from './first-question.js';
import { replacements } from './replace-words.js';
import { stopSignal } from './stop-signal.js';

/** Port of the front door when nobody says. */
const usualPort = 4_000;

const startWords = {
  port: { type: 'string', default: process.env['PORT'] ?? String(usualPort) },
  separate: { type: 'boolean', default: false },
  empty: { type: 'boolean', default: false },
  production: { type: 'boolean', default: false },
  'operator-port': { type: 'string', default: '0' },
  traces: { type: 'string' },
  replace: { type: 'string', multiple: true, default: [] as string[] },
} as const;

/** Brings up the whole city and keeps it up until it is told to stop. */
export const startCommand: Command = {
  usage:
    'start [--port 4000] [--separate] [--empty] [--production] [--operator-port 0] [--traces URL] [--replace NAME=URL]',
  summary: 'Brings up the whole city: databases, six services, the gateway and the pages.',
  run: async (words) => {
    const { values } = parseArgs({ args: [...words], options: startWords });
    const port = portOf(values.port);
    const operatorPort = portOf(values['operator-port']);
    const home = openHome(process.env);
    const release = claimHome(home);
    try {
      await provePort(port);
      say(modes[values.production ? 'production' : 'development']);
      await keepUp({
        home,
        own: await ownOf(home, values.replace),
        port,
        ...(process.env['HUB_URL'] ? { address: process.env['HUB_URL'] } : {}),
        separate: values.separate,
        empty: values.empty,
        mode: values.production ? 'production' : 'development',
        observation: { operatorPort, traces: values.traces },
        log: openLog(home),
        progress: say,
      });
    } finally {
      release();
    }
    say('Stopped.');
    return 0;
  },
};

/** Opens a city and keeps it until it is told to stop, which is no failure while it opens either. */
async function keepUp(options: CityOptions): Promise<void> {
  const { signal, asked } = stopSignal(() => say('Stopping … (once more ends it at once)'));
  const city = await openCity({ ...options, signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error;
    options.log.info({ err: error }, 'told to stop while the city opened');
  });
  if (!city) return;
  try {
    if (!signal.aborted) tellAddresses(city);
    if (!signal.aborted && !city.empty) {
      // The question is about what the index holds; a door that is open need not wait for it, a newcomer does.
      await Promise.race([city.services.catchUp(), asked]);
      if (!signal.aborted) await askFirstQuestion(city.door, say);
    }
    if (!signal.aborted) say('\nCtrl-C stops it. Everything acknowledged is kept.');
    await asked;
  } finally {
    await city.stop();
  }
}

/** The departments' own subgraphs that are named; each has the key of its service. */
function ownOf(home: Home, replace: readonly string[]): Promise<OwnSubgraph[]> {
  return Promise.all(
    replacements(replace).map(({ name, url }) =>
      askOwnSubgraph({ name, url, key: serviceKey(cityKey(home), name) }),
    ),
  );
}

/** What each mode means to whoever starts the city. */
const modes = {
  development:
    'Mode: development. This is for trying: any question may be asked, as often as one likes. For others to use: --production.',
  production:
    'Mode: production. Only the documents in schema/document may be asked, by analysts also others, and not without end.',
} as const;

const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`);

/** The port that a word names. Throws a CommandFault when it is none. */
export function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new CommandFault(
    `"${text}" is not a port. Give a whole number from 0 to 65535; 0 takes a free one.`,
  );
}

function tellAddresses({ door, operatorUrl }: City): void {
  say(`
The city answers.
  For residents   ${door.url}/
  Ask the graph   ${door.url}/graphiql
  Public graph    ${door.url}${paths.public}
  Departments     ${door.url}${paths.department}
  For operators   ${operatorUrl}/metrics
  Who uses what   ${operatorUrl}/usage`);
}
