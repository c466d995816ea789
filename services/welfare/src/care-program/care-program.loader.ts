import { type LoaderOf, one } from '@manabi/kit/batch';

import type { CareProgram } from './care-program.entity.js';
import { careProgramsByIds } from './care-program.repository.js';

export const careProgramById: LoaderOf<string, CareProgram | null> = (em) =>
  one(
    (ids) => careProgramsByIds(em, ids),
    (program) => program.id,
  );
