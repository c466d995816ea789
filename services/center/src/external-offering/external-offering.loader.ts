import { type LoaderOf, one } from '@manabi/kit/batch';

import type { ExternalOffering } from './external-offering.entity.js';
import { externalOfferingsByIds } from './external-offering.repository.js';

export const externalOfferingById: LoaderOf<string, ExternalOffering | null> = (em) =>
  one(
    (ids) => externalOfferingsByIds(em, ids),
    ({ id }) => id,
  );
