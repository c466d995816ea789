import { type LoaderOf, one } from '@manabi/kit/batch';

import type { Desk } from './desk.entity.js';
import { desksByIds } from './desk.repository.js';

export const deskById: LoaderOf<string, Desk | null> = (em) =>
  one(
    (ids) => desksByIds(em, ids),
    ({ id }) => id,
  );
