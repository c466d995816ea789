import { migrationStep } from '@manabi/kit/database';

/** Levels of classes are told to followers. */
export const toldLevels = migrationStep('m20261126-told-levels', [
  // Followers are told of levels from now on, so those that stand are told once more.
  `update sports_class set id = id where level is not null`,
]);
