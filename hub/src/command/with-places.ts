import { departments } from '../city/departments.js';
import { openDatabases } from '../city/databases.js';
import { openHome } from '../home/home.js';
import type { Home } from '../home/home.js';
import { finishImports } from '../import/finish-imports.js';
import { type OpenPlaces, openPlaces } from '../import/open-places.js';
import { inTurn } from './in-turn.js';

/**
 * Runs a task on the services' databases, whether the city is up (its server is shared) or not (the server is started
 * for the task). Imports that were broken off after their decision are finished first. What changes them takes turns with others who do.
 */
export async function withPlaces<Done>(
  task: (places: OpenPlaces, home: Home) => Promise<Done>,
  options: { readonly takesTurns?: boolean } = {},
): Promise<Done> {
  const home = openHome(process.env);
  const names = departments.map(({ name }) => name);
  const databases = await openDatabases(home, names, (sentence) =>
    process.stderr.write(`${sentence}\n`),
  );
  try {
    const places = await openPlaces(departments, (service) => databases.urlOf(service));
    try {
      const work = async (): Promise<Done> => {
        await finishImports(places.em('center'), places.services);
        return task(places, home);
      };
      return await (options.takesTurns
        ? inTurn(databases.urlOf('center'), sayThatWeWait, work)
        : work());
    } finally {
      await places.close();
    }
  } finally {
    await databases.stop();
  }
}

const sayThatWeWait = (): void =>
  void process.stderr.write(
    'Another import, or a start that plants, goes first; this one waits for its end.\n',
  );
