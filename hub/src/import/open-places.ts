import { openDatabase } from '@manabi/kit/database';
import type { Service } from '@manabi/kit/service';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';

import { type ImportPlaces, allTargets } from './import-places.js';
import type { ImportingService } from './finish-imports.js';

/** The services' databases, open for imports. */
export interface OpenPlaces extends ImportPlaces {
  /** Every service with the tables that files fill in it. */
  readonly services: ReadonlyMap<string, ImportingService>;
  close(): Promise<void>;
}

/** Opens the databases of the services and brings each to its newest step. */
export async function openPlaces(
  services: readonly Service[],
  urlOf: (service: string) => string,
): Promise<OpenPlaces> {
  const orms = new Map<string, MikroORM>();
  const close = async (): Promise<void> => {
    for (const orm of orms.values()) await orm.close(true);
  };
  try {
    for (const { name, entities, migrations } of services) {
      orms.set(name, await openDatabase({ url: urlOf(name), entities, migrations, poolSize: 2 }));
    }
  } catch (error) {
    await close();
    throw error;
  }
  const em = (service: string): EntityManager => {
    const orm = orms.get(service);
    if (!orm) throw new Error(`The database of "${service}" is not open.`);
    return orm.em.fork();
  };
  return {
    em,
    services: new Map([...allTargets].map(([name, targets]) => [name, { em: em(name), targets }])),
    close,
  };
}
