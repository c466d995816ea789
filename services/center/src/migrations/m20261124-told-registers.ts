import { migrationStep } from '@manabi/kit/database';
import { followedFromNow } from '@manabi/kit/feed/feed.tables';

/** People, groups and desks are told to followers, those that are registered already too. */
export const toldRegisters = migrationStep('m20261124-told-registers', [
  ...followedFromNow('person', 'Person'),
  ...followedFromNow('learning_group', 'Group'),
  ...followedFromNow('desk', 'Desk'),
]);
