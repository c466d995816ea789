import { type LoaderOf, one } from '@manabi/kit/batch';

import type { ExperienceProgram } from './experience-program.entity.js';
import { experienceProgramsByIds } from './experience-program.repository.js';

export const experienceProgramById: LoaderOf<string, ExperienceProgram | null> = (em) =>
  one(
    (ids) => experienceProgramsByIds(em, ids),
    ({ id }) => id,
  );
