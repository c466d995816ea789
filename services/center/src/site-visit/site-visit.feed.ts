import type { Publisher } from '@manabi/kit/feed/publisher';
import { publishRecord } from '@manabi/kit/feed/record.published';

import { siteVisitsByIds } from './site-visit.repository.js';

/** Tells places that take classes to followers. */
export const publishSiteVisits: Publisher = async (em, ids) =>
  new Map(
    (await siteVisitsByIds(em, ids)).map((visit) => [
      visit.id,
      publishRecord(visit, {
        title: visit.title,
        gradeFrom: visit.gradeFrom ?? null,
        gradeTo: visit.gradeTo ?? null,
        facilityCode: visit.facilityCode ?? null,
        departmentCode: visit.departmentCode ?? null,
      }),
    ]),
  );
