import { migrationStep } from '@manabi/kit/database';
import { followedFromNow } from '@manabi/kit/feed/feed.tables';

/** Delivery lectures are told to followers, those that are registered already too. */
export const toldLectures = migrationStep('m20261124-told-lectures', [
  ...followedFromNow('delivery_lecture', 'DeliveryLecture'),
]);
