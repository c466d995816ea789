import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { aFacility } from '@manabi/center/facility/facility.builder';
import { allSteps, openDatabase } from '@manabi/kit/database';
import { type TestDatabase, testDatabase } from '@manabi/kit/postgres/test-database';
import { afterAll, onTestFinished } from 'vitest';

import { departments } from '../city/departments.js';
import { municipality } from '../city/municipality.js';
import { type Home, openHome } from '../home/home.js';
import { type OpenPlaces, openPlaces } from '../import/open-places.js';
import { type Delivery, type Taken, takeDelivery } from './take-delivery.js';

/** The databases of a city, into which tests deliver; without services, gateway and pages, which take long to open. */
export interface TakingCity {
  readonly home: Home;
  readonly places: OpenPlaces;
  readonly urlOf: (service: string) => string;
  /** Writes a file beside the home; answers its path. */
  file(name: string, content: string | Uint8Array): string;
  /** Takes a file as a department's delivery. */
  take(file: string, request?: Partial<Delivery['request']>): Promise<Taken>;
}

interface Opened {
  readonly databases: ReadonlyMap<string, TestDatabase>;
  readonly places: OpenPlaces;
}

let opened: Promise<Opened> | undefined;

afterAll(async () => {
  const { places, databases } = (await opened) ?? {};
  await places?.close();
  for (const database of databases?.values() ?? []) await database.drop();
});

/** Opens the databases once for a test file; each city begins with nothing delivered, one hall in the register, and a home of its own. */
export async function aTakingCity(owner: string | null): Promise<TakingCity> {
  opened ??= openDatabases();
  const { places, databases } = await opened;
  await clear(places);
  const folder = mkdtempSync(join(tmpdir(), 'manabi-taking-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const home = openHome({ HUB_HOME: join(folder, 'home') });
  return {
    home,
    places,
    urlOf: (service) => databases.get(service)?.url ?? '',
    file: (name, content) => {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    },
    take: (file, request = {}) => {
      const usual = { dryRun: false, confirmed: false, scope: municipality, onProgress() {} };
      return takeDelivery(places, home, {
        way: 'COMMAND',
        owner,
        request: { file, ...usual, ...request },
      });
    },
  };
}

async function openDatabases(): Promise<Opened> {
  const databases = new Map<string, TestDatabase>();
  for (const service of departments) {
    const { entities, migrations } = service;
    const prepare = async (url: string): Promise<void> => {
      const migrated = await openDatabase({ url, entities, migrations });
      await migrated.close(true);
    };
    const content = JSON.stringify(allSteps(migrations));
    const template = { name: `${service.name} for deliveries`, content, prepare };
    databases.set(service.name, await testDatabase({ template }));
  }
  return {
    databases,
    places: await openPlaces(departments, (name) => databases.get(name)?.url ?? ''),
  };
}

/** Tables that follow what is delivered. */
const filledBehind: Readonly<Record<string, readonly string[]>> = { library: ['title'] };

async function clear(places: OpenPlaces): Promise<void> {
  for (const [service, { em, targets }] of places.services) {
    const tables = [...targets.map(({ table }) => table), ...(filledBehind[service] ?? [])];
    await em.execute(`truncate ${['delivery', 'delivery_decision', ...tables].join(', ')} cascade`);
  }
  const em = places.em('center');
  em.persist(aFacility({ code: '132292-0007', name: { ja: 'こだま公民館' } }));
  await em.flush();
}
