import { testSittingPlaces } from '@manabi/kit/testing/sitting-places';

import { welfare } from '../service.js';
import { aSittingPlace } from './sitting-place.builder.js';

testSittingPlaces({
  service: welfare,
  type: 'ChildrenHallSittingPlace',
  table: 'children_hall_sitting_place',
  place: aSittingPlace,
});
