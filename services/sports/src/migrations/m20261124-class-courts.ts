import { migrationStep } from '@manabi/kit/database';

/** On which court each class takes place, where it is one of the department. */
export const classCourts = migrationStep('m20261124-class-courts', [
  `alter table sports_class add column court_id text`,
  `create index sports_class_court on sports_class (court_id)`,
]);
