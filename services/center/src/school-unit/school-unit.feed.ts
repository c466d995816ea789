import type { Publisher } from '@manabi/kit/feed/publisher';
import { publishRecord } from '@manabi/kit/feed/record.published';

import { schoolUnitsByIds } from './school-unit.repository.js';

/** Tells units of lessons to followers. */
export const publishSchoolUnits: Publisher = async (em, ids) =>
  new Map(
    (await schoolUnitsByIds(em, ids)).map((unit) => [
      unit.id,
      publishRecord(unit, { name: unit.name, grade: unit.grade, months: unit.months }),
    ]),
  );
