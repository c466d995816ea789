import { type LoaderOf, one } from '@manabi/kit/batch';

import type { Newsletter } from './newsletter.entity.js';
import { newslettersByIds } from './newsletter.repository.js';

export const newsletterById: LoaderOf<string, Newsletter | null> = (em) =>
  one(
    (ids) => newslettersByIds(em, ids),
    (issue) => issue.id,
  );
