import type { Publisher } from '@manabi/kit/feed/publisher';
import { publishSittingPlaces } from '@manabi/kit/sitting-place/sitting-place.published';

import { KominkanSittingPlace } from './sitting-place.entity.js';

/** Tells such places to followers. */
export const publishSitting: Publisher = publishSittingPlaces(KominkanSittingPlace);
