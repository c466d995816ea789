import { inTurn } from '../command/in-turn.js';
import { openPlaces } from '../import/open-places.js';
import { type Pulling, type PullingCity, startPulling } from '../pull/pull-schedule.js';
import type { Databases } from './databases.js';
import { departments } from './departments.js';

/** Pulls the declared sources of a city into its databases while it runs; its imports take turns with all others. */
export function pullInto(
  city: Pick<PullingCity, 'home' | 'log'>,
  databases: Pick<Databases, 'urlOf'>,
): Pulling {
  const urlOf = (service: string): string => databases.urlOf(service);
  return startPulling({
    home: city.home,
    log: city.log,
    withPlaces: async (task) => {
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
    },
  });
}
