import { inTurn } from '../command/in-turn.js';
import { type OpenPlaces, openPlaces } from '../import/open-places.js';
import type { Databases } from './databases.js';
import { departments } from './departments.js';

/** Does a task on the departments' databases of a city while no other import of it runs. */
export type WithPlaces = <Done>(task: (places: OpenPlaces) => Promise<Done>) => Promise<Done>;

/** The way to a running city's databases for imports: opened for a task, which takes turns with all others, and closed after it. */
export function placesInTurn({ urlOf }: Pick<Databases, 'urlOf'>): WithPlaces {
  return async (task) => {
    const places = await openPlaces(departments, urlOf);
    try {
      return await inTurn(
        urlOf('center'),
        () => {},
        () => task(places),
      );
    } finally {
      await places.close();
    }
  };
}
