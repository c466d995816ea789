import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { type GeneratedCity, generateCity } from '@manabi/data/generator/generate-city';
import { todayInTokyo } from '@manabi/data/tokyo-day';
import { departments } from '@manabi/hub/city/departments';
import { openInProcess } from '@manabi/hub/city/in-process';
import { plantCity } from '@manabi/hub/plant/plant-city';
import { openDatabase } from '@manabi/kit/database';
import { type Cluster, openCluster } from '@manabi/kit/postgres/cluster';

import { fillCity } from './fill.js';

/** How large a generated city is, and where it is kept. */
export interface FilledCityOptions {
  readonly opportunities: number;
  /**
   * A folder in which the city is kept for the next time, when it is opened as it was left; filling a million takes
   * half an hour. A temporary one that is removed afterwards unless said.
   */
  readonly folder?: string | undefined;
  /** Told of every SQL statement of the services. */
  readonly onQuery?: () => void;
}

type RunningServices = Awaited<ReturnType<typeof openInProcess>>;

/** A generated city whose services run in this process. */
export interface FilledCity {
  readonly services: RunningServices;
  readonly counts: GeneratedCity['counts'];
  readonly urlOf: (service: string) => string;
  /** Process id of the database server. */
  readonly server: number;
  close(): Promise<void>;
}

/** Residents of every generated city; the sample city has as many. */
const residents = 200_000;

/** Opens a generated city with so many opportunities, filled and followed by every department. */
export async function openFilledCity(options: FilledCityOptions): Promise<FilledCity> {
  const kept = options.folder === undefined ? undefined : resolve(options.folder);
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'manabi-filled-'));
  mkdirSync(folder, { recursive: true });
  const cluster = await openCluster({ folder });
  try {
    const urlOf = await urlsOf(cluster);
    const filled = join(folder, 'filled.json');
    const isNew = !existsSync(filled);
    if (isNew) {
      const counts = await fill(options.opportunities, urlOf);
      writeFileSync(filled, JSON.stringify(counts));
    }
    const services = await openInProcess(departments, {
      urlOf,
      cityKey: '',
      onFailure: (service, error) => process.stderr.write(`${service}: ${String(error)}\n`),
      onQuery: () => options.onQuery?.(),
    });
    await followed(services);
    // One that was kept was looked after when it was new.
    if (isNew) await lookAfter(urlOf);
    return {
      services,
      // Written above, perhaps by an earlier run.
      counts: JSON.parse(readFileSync(filled, 'utf8')) as GeneratedCity['counts'],
      urlOf,
      server: cluster.pid,
      close: async () => {
        await services.stop();
        await cluster.stop();
        if (kept === undefined) await rm(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}

async function urlsOf(cluster: Cluster): Promise<(service: string) => string> {
  const urls = new Map<string, string>();
  for (const { name } of departments) urls.set(name, await cluster.ensureDatabase(name));
  return (service) => urls.get(service) ?? '';
}

async function fill(
  opportunities: number,
  urlOf: (service: string) => string,
): Promise<GeneratedCity['counts']> {
  const scale = { opportunities, residents };
  const city = generateCity({ seed: 20_261_005, scale, today: todayInTokyo() });
  await plantCity({ urlOf, empty: false, progress: () => undefined });
  await fillCity(city, urlOf);
  return city.counts;
}

/** Lets every follower read to the end. */
async function followed(services: RunningServices) {
  const began = performance.now();
  await services.catchUp();
  process.stdout.write(`followed in ${Math.round((performance.now() - began) / 1_000)} s\n`);
}

/** Does what autovacuum does within minutes of such a load. */
async function lookAfter(urlOf: (service: string) => string) {
  for (const { name, entities, migrations } of departments) {
    // On a connection of its own: those of a service give up after seconds.
    const orm = await openDatabase({ url: urlOf(name), entities, migrations, poolSize: 1 });
    await orm.em.fork().execute('vacuum analyze');
    await orm.close(true);
  }
}
