import { guardedConnection } from '@manabi/kit/connection/guarded-connection';

import { VenueMatch } from '../venue-match/venue-match.entity.js';

/** A page of waiting venues. */
export const VenueMatchConnection = guardedConnection('VenueMatch', VenueMatch, {
  japanese: '照合待ち',
  page: 'A page of the queue',
  record: 'The venue',
});
