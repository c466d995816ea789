import { hash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { todayInTokyo } from '@manabi/data/tokyo-day';
import { type Template, type TestDatabase, testDatabase } from '@manabi/kit/postgres/test-database';
import type { Service } from '@manabi/kit/service';

import { departments } from '../src/city/departments.js';
import { openInProcess } from '../src/city/in-process.js';
import { contentDigest } from '../src/plant/content-digest.js';
import { plantCity } from '../src/plant/plant-city.js';
import { planters } from '../src/plant/planters.js';

export type CityContent = 'empty' | 'sample';

/**
 * What the database of a service is copied from when a city opens for a test: planted, and with what it takes in from
 * the services that it follows, so that no city has to read their feeds from the beginning.
 */
export function cityTemplate(service: Service, content: CityContent): Template {
  const planted = plantedTemplate(service, content);
  const sources = new Set(service.follows?.map(({ source }) => source));
  if (sources.size === 0) return planted;
  return {
    name: `${service.name} ${content} city at work`,
    content: [planted.content, codeDigest()].join(' '),
    from: planted,
    prepare: (url) => takeIn(service, { url, content, sources }),
  };
}

function plantedTemplate(service: Service, content: CityContent): Template {
  return {
    name: `${service.name} ${content} city`,
    content: todayInTokyo() + contentDigest(service),
    prepare: (url) =>
      plantCity({
        urlOf: () => url,
        empty: content === 'empty',
        planters: planters.filter((planter) => planter.service === service),
        progress() {},
      }),
  };
}

interface TakingIn {
  readonly url: string;
  readonly content: CityContent;
  /** Names of the services that are followed. */
  readonly sources: ReadonlySet<string>;
}

/** Lets a service read the feeds that it follows, of databases that stand as theirs will. */
async function takeIn(service: Service, { url, content, sources }: TakingIn): Promise<void> {
  const told = departments.filter((each) => each !== service && sources.has(each.name));
  const databases = new Map<string, TestDatabase>();
  for (const each of told) {
    databases.set(each.name, await testDatabase({ template: plantedTemplate(each, content) }));
  }
  const opened = await openInProcess([...told.map(withoutFollowing), service], {
    urlOf: (name) => databases.get(name)?.url ?? url,
    cityKey: '',
    onFailure: (name, error) => process.stderr.write(`${name}: ${String(error)}\n`),
  });
  try {
    await opened.catchUp();
  } finally {
    await opened.stop();
    for (const database of databases.values()) await database.drop();
  }
}

const withoutFollowing = (service: Service): Service => ({ ...service, follows: [] });

let digest: string | undefined;

/** Changes when the code of any service does: what is taken in follows from it. */
function codeDigest(): string {
  digest ??= hash(
    'sha256',
    sources()
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n'),
  );
  return digest;
}

function sources(): string[] {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const folders = ['kit', ...departments.map(({ name }) => `services/${name}`)];
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !/\.(?:test|builder)\.ts$/.test(file))
      .toSorted()
      .map((file) => join(root, folder, 'src', file)),
  );
}
