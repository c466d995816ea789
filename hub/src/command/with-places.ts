import { departments } from '../city/departments.js';
import { openDatabases } from '../city/databases.js';
import { openHome } from '../home/home.js';
import type { Home } from '../home/home.js';
import { finishImports } from '../import/finish-imports.js';
import { type OpenPlaces, openPlaces } from '../import/open-places.js';

/**
 * Runs a task on the services' databases, whether the city is up (its server is shared) or not (the server is started
 * for the task). Imports that were broken off after their decision are finished first.
 */
export async function withPlaces<Done>(
  task: (places: OpenPlaces, home: Home) => Promise<Done>,
): Promise<Done> {
  const home = openHome(process.env);
  const names = departments.map(({ name }) => name);
  const databases = await openDatabases(home, names, (sentence) =>
    process.stderr.write(`${sentence}\n`),
  );
  try {
    const places = await openPlaces(departments, (service) => databases.urlOf(service));
    try {
      await finishImports(places.em('center'), places.services);
      return await task(places, home);
    } finally {
      await places.close();
    }
  } finally {
    await databases.stop();
  }
}
