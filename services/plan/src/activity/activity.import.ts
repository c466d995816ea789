import type { DeliveryTarget } from '@manabi/kit/delivery/delivery.target';
import type { ListedAs } from '@manabi/kit/import/list/lists';

/** Where lists of what learners did go. */
export const activityTarget: DeliveryTarget = {
  table: 'community_activity',
  key: 'id',
  columns: [
    'kind',
    'title',
    'result',
    'held_on',
    'participants',
    'helpers',
    'district_code',
    'group_id',
    'venue_code',
    'grant_id',
    'measure_codes',
    'provenance',
  ],
};

/** What a row says of an activity, in the columns of the careers. */
export const activityValues = (
  record: ListedAs<'community-activity'>,
): Record<string, unknown> => ({
  kind: record.activity,
  title: { ja: record.title },
  result: record.result ? { ja: record.result } : null,
  held_on: record.heldOn,
  participants: record.participants ?? null,
  helpers: record.helpers ?? null,
});
