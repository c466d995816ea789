import { type LoaderOf, one } from '@manabi/kit/batch';

import type { LibraryProgram } from './program.entity.js';
import { programsByIds } from './program.repository.js';

export const programById: LoaderOf<string, LibraryProgram | null> = (em) =>
  one(
    (ids) => programsByIds(em, ids),
    (program) => program.id,
  );
