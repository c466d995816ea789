import type { DeliveredRow, DeliveryTarget } from '@manabi/kit/delivery/delivery.target';
import type { EventRecord } from '@manabi/kit/import/dataset/record';
import {
  type EventSetting,
  deliveredOpportunity,
  opportunityTarget,
} from '@manabi/kit/opportunity/opportunity.import';

const target = opportunityTarget('sports_class');

/** Where events of a file go: sports classes and meets. */
export const sportsClassTarget: DeliveryTarget = {
  ...target,
  columns: [...target.columns, 'level'],
  merged: {
    occurrences:
      'sports_class_times(sports_class.occurrences, sports_class.called_off, excluded.occurrences)',
  },
};

/** An event of a file as a class, with the level that it says. */
export function deliveredClass(record: EventRecord, setting: EventSetting): DeliveredRow {
  const row = deliveredOpportunity(sportsClassTarget, record, setting);
  return { ...row, values: { ...row.values, level: record.level ?? null } };
}
