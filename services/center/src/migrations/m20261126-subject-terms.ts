import { migrationStep } from '@manabi/kit/database';

/** Finds what is offered about a subject that few offerings are about, without walking along all of them. */
export const subjectTerms = migrationStep('m20261126-subject-terms', [
  'create index opportunity_search_subjects on opportunity_search using gin (subjects)',
]);
