import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { aFacility } from '@manabi/center/facility/facility.builder';
import { center } from '@manabi/center/service';
import type { Service } from '@manabi/kit/service';
import { type TestService, openTestService } from '@manabi/kit/testing/test-service';
import { kominkan } from '@manabi/kominkan/service';
import { library } from '@manabi/library/service';
import { sports } from '@manabi/sports/service';
import { welfare } from '@manabi/welfare/service';
import { onTestFinished } from 'vitest';

import { municipality } from '../city/municipality.js';
import { type Home, openHome } from '../home/home.js';
import type { ImportPlaces } from '../import/import-places.js';
import { type Delivery, type Taken, takeDelivery } from './take-delivery.js';

/** The services of a test that takes deliveries, with a home; without gateway and pages. */
export interface TakingCity {
  readonly home: Home;
  readonly places: ImportPlaces;
  readonly services: ReadonlyMap<string, TestService>;
  /** Writes a file beside the home; answers its path. */
  file(name: string, content: string | Uint8Array): string;
  /** Takes a file as a department's delivery. */
  take(file: string, request?: Partial<Delivery['request']>): Promise<Taken>;
}

const taking: readonly Service[] = [center, library, kominkan, sports, welfare];

/** Opens the services into which events go, each on an empty database, with one hall in the register. */
export async function aTakingCity(owner: string | null): Promise<TakingCity> {
  const services = new Map<string, TestService>();
  for (const service of taking) services.set(service.name, await openTestService(service));
  const folder = mkdtempSync(join(tmpdir(), 'manabi-taking-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const home = openHome({ HUB_HOME: join(folder, 'home') });
  await services
    .get('center')
    ?.plant(aFacility({ code: '132292-0007', name: { ja: 'こだま公民館' } }));
  const places: ImportPlaces = {
    em: (name) => {
      const found = services.get(name);
      if (!found) throw new Error(`The test opened no service "${name}".`);
      return found.em();
    },
  };
  return {
    home,
    places,
    services,
    file: (name, content) => {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    },
    take: (file, request = {}) =>
      takeDelivery(places, home, {
        way: 'COMMAND',
        owner,
        request: {
          file,
          dryRun: false,
          confirmed: false,
          scope: municipality,
          onProgress() {},
          ...request,
        },
      }),
  };
}
