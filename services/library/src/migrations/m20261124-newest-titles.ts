import { migrationStep } from '@manabi/kit/database';

/** Finds the newest titles under a number and in a division without reading the others. */
export const newestTitles = migrationStep('m20261124-newest-titles', [
  `create index title_ndc_newest on title_ndc (ndc, year desc nulls last, bib_id) include (work_key)`,
  `create index title_ndc_division
     on title_ndc (left(ndc, 2), year desc nulls last, bib_id) include (ndc, work_key)`,
]);
