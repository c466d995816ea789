import { type Pulling, type PullingCity, startPulling } from '../pull/pull-schedule.js';
import type { Databases } from './databases.js';
import { placesInTurn } from './places-in-turn.js';

/** Pulls the declared sources of a city into its databases while it runs; its imports take turns with all others. */
export function pullInto(
  city: Pick<PullingCity, 'home' | 'log'>,
  databases: Pick<Databases, 'urlOf'>,
): Pulling {
  return startPulling({
    home: city.home,
    log: city.log,
    withPlaces: placesInTurn({ urlOf: (service) => databases.urlOf(service) }),
  });
}
