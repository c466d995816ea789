import { type LoaderOf, one } from '@manabi/kit/batch';

import type { VenueMatch } from './venue-match.entity.js';
import { venueMatchesByIds } from './venue-match.repository.js';

export const venueMatchById: LoaderOf<string, VenueMatch | null> = (em) =>
  one(
    (ids) => venueMatchesByIds(em, ids),
    ({ id }) => id,
  );
