import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { GivenSharedSettings } from '@manabi/gateway/configuration/gateway-settings';
import { type TestDatabase, testDatabase } from '@manabi/kit/postgres/test-database';
import { type Logger, pino } from 'pino';

import { type City, openCity } from '../src/city/city.js';
import type { CityObservation } from '../src/city/city-observation.js';
import { databaseVariable } from '../src/city/databases.js';
import { departments } from '../src/city/departments.js';
import { gatewayFile } from '../src/city/gateway-settings.js';
import { type Home, openHome } from '../src/home/home.js';
import type { OwnSubgraph } from '../src/own/own-subgraph.js';
import { Behind } from './behind.js';
import { type CityContent, cityTemplate } from './city-template.js';

/** How a city begins for a test. */
export interface TestCityOptions {
  /** True for a real city without the sample. */
  readonly empty?: boolean;
  /** True to run every service as a process of its own; needs the built code. */
  readonly separate?: boolean;
  /** Subgraphs of departments' own in the places of theirs. */
  readonly own?: readonly OwnSubgraph[];
  /** Settings of the gateways that differ from the usual. */
  readonly gateway?: GivenSharedSettings;
  /** What the gateways let pass; anything unless said. */
  readonly mode?: 'development' | 'production';
  /** True to plan every committed document at the start, as a real city does; else each is planned when it is asked. */
  readonly warm?: boolean;
  /** Who hears what the city logs; nobody unless said. */
  readonly log?: Logger;
  readonly observation?: CityObservation;
}

/** A machine that runs every test at once is often late; nobody is to be sent away for that. */
const calm = { load: { delay: 60_000 } };

/** Hundreds of documents are planned at the start, of which most tests ask a few. */
const cold = { documents: { warmUp: 1 } };

/** A whole city with databases of its own, and ways to look behind it. */
export interface TestCity extends City {
  readonly home: Home;
  /** Rows of one service's database, by SQL on a connection of the test's own. */
  sql<Row = Record<string, unknown>>(
    service: string,
    text: string,
    values?: unknown[],
  ): Promise<Row[]>;
}

/** Opens a whole city on copies of planted databases; stopping it takes everything away again. */
export async function openTestCity(options: TestCityOptions = {}): Promise<TestCity> {
  const { empty = false, separate = false, warm = false } = options;
  const { mode = 'development', observation = {} } = options;
  const databases = await databasesFor(empty ? 'empty' : 'sample');
  const home = openHome({ HUB_HOME: mkdtempSync(join(tmpdir(), 'manabi-city-')) });
  const settings = { ...calm, ...(!warm && cold), ...options.gateway };
  writeFileSync(join(home.folder, gatewayFile), JSON.stringify(settings));
  const opening = withDatabases(databases, () =>
    openCity({
      home,
      port: 0,
      separate,
      empty,
      mode,
      observation,
      ...(options.own && { own: options.own }),
      log: options.log ?? pino({ level: 'silent' }),
      progress() {},
    }),
  );
  const drop = async () => {
    await Promise.all([...databases.values()].map((database) => database.drop()));
    rmSync(home.folder, { recursive: true, force: true });
  };
  const city = await opening.catch(async (error: unknown) => {
    await drop();
    throw error;
  });
  await city.services.catchUp();
  const behind = new Behind((service) => city.databases.urlOf(service));
  return {
    ...city,
    home,
    sql: (service, text, values) => behind.rows(service, text, values),
    stop: async () => {
      await behind.close();
      await city.stop();
      await drop();
    },
  };
}

async function databasesFor(content: CityContent): Promise<ReadonlyMap<string, TestDatabase>> {
  return new Map(
    await Promise.all(
      departments.map(async (service) => {
        const database = await testDatabase({ template: cityTemplate(service, content) });
        return [service.name, database] as const;
      }),
    ),
  );
}

/** Names the databases as an operator does: by variables, which are read before the first wait. */
function withDatabases<Opened>(
  databases: ReadonlyMap<string, TestDatabase>,
  open: () => Promise<Opened>,
): Promise<Opened> {
  for (const [name, { url }] of databases) process.env[databaseVariable(name)] = url;
  try {
    return open();
  } finally {
    for (const name of databases.keys()) delete process.env[databaseVariable(name)];
  }
}
