import type { Publisher } from '@manabi/kit/feed/publisher';
import { publishRecord } from '@manabi/kit/feed/record.published';

import { experienceProgramsByIds } from './experience-program.repository.js';

/** Tells experience programmes to followers. */
export const publishExperiencePrograms: Publisher = async (em, ids) =>
  new Map(
    (await experienceProgramsByIds(em, ids)).map((program) => [
      program.id,
      publishRecord(program, {
        title: program.title,
        kind: program.kind ?? null,
        gradeFrom: program.gradeFrom ?? null,
        gradeTo: program.gradeTo ?? null,
        seasons: program.seasons ?? [],
        venueCode: program.venueCode ?? null,
        departmentCode: program.departmentCode ?? null,
      }),
    ]),
  );
