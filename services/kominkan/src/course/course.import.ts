import type { DeliveredRow, DeliveryTarget } from '@manabi/kit/delivery/delivery.target';
import type { EventRecord } from '@manabi/kit/import/dataset/record';
import { opaqueId } from '@manabi/kit/opaque-id';
import {
  type EventSetting,
  importedColumns,
  importedId,
  importedOpportunity,
} from '@manabi/kit/opportunity/opportunity.import';

/** Where events of a file go: a course, and a session for each time. */
export const courseTarget: DeliveryTarget = {
  table: 'course',
  key: 'id',
  columns: [...importedColumns, 'childcare_offered', 'level'],
  over: ['ends_at', 'starts_at'],
  child: {
    table: 'session',
    parent: 'course_id',
    columns: ['id', 'starts_at', 'ends_at', 'all_day'],
  },
};

/** An event of a file as a course with its sessions. */
export function deliveredCourse(record: EventRecord, setting: EventSetting): DeliveredRow {
  const { values, times } = importedOpportunity(record, setting);
  return {
    target: courseTarget,
    key: record.key,
    id: importedId(setting.dataset, record.key),
    values: { ...values, childcare_offered: record.childcare, level: record.level ?? null },
    children: times.map((time, number) => ({
      id: opaqueId('import session', setting.dataset, record.key, String(number)),
      starts_at: time.startsAt,
      ends_at: time.endsAt ?? null,
      all_day: time.allDay ?? false,
    })),
  };
}
