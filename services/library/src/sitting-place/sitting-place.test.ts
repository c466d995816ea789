import { testSittingPlaces } from '@manabi/kit/testing/sitting-places';

import { library } from '../service.js';
import { aSittingPlace } from './sitting-place.builder.js';

testSittingPlaces({
  service: library,
  type: 'LibrarySittingPlace',
  table: 'library_sitting_place',
  place: aSittingPlace,
});
