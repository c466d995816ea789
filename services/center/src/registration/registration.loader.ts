import { type LoaderOf, one } from '@manabi/kit/batch';

import type { Registration } from './registration.entity.js';
import { registrationsByIds } from './registration.repository.js';

export const registrationById: LoaderOf<string, Registration | null> = (em) =>
  one(
    (ids) => registrationsByIds(em, ids),
    ({ id }) => id,
  );
