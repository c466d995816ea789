import { testSittingPlaces } from '@manabi/kit/testing/sitting-places';

import { kominkan } from '../service.js';
import { aSittingPlace } from './sitting-place.builder.js';

testSittingPlaces({
  service: kominkan,
  type: 'KominkanSittingPlace',
  table: 'kominkan_sitting_place',
  place: aSittingPlace,
});
