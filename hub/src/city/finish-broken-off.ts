import { onConnection } from '../database/on-connection.js';
import { finishImports } from '../import/finish-imports.js';
import { openPlaces } from '../import/open-places.js';
import { departments } from './departments.js';

/**
 * Finishes the imports of all services that were decided and then broken off; returns how many parts were swapped in.
 * The databases are at their newest step. They are opened for it only where an import was left, which costs a look.
 */
export async function finishBrokenOff(urlOf: (service: string) => string): Promise<number> {
  const left = await Promise.all(departments.map(({ name }) => isLeft(urlOf(name))));
  if (!left.includes(true)) return 0;
  const places = await openPlaces(departments, urlOf);
  try {
    return await finishImports(places.em('center'), places.services);
  } finally {
    await places.close();
  }
}

const isLeft = (url: string): Promise<boolean> =>
  onConnection(url, async (client) => {
    const { rows } = await client.query(`select from delivery where state = 'STAGING' limit 1`);
    return rows.length > 0;
  });
