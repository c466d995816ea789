import type { DeliveryTarget } from '@manabi/kit/delivery/delivery.target';
import type { ListedAs } from '@manabi/kit/import/list/lists';
import { japanMoment } from '@manabi/kit/japan-time';

/** Where lists of places that take school classes go. */
export const siteVisitTarget: DeliveryTarget = {
  table: 'site_visit',
  key: 'id',
  columns: [
    'title',
    'summary',
    'grade_from',
    'grade_to',
    'weekdays',
    'months',
    'capacity',
    'how_to_apply',
    'confirmed_at',
    'subject_keys',
    'facility_code',
    'cultural_property_code',
    'department_code',
    'provenance',
  ],
};

/** What a row says of such a place, in the columns of the register; where it lies is said by the registers. */
export const siteVisitValues = (record: ListedAs<'site-visit'>): Record<string, unknown> => ({
  title: { ja: record.title, kana: record.titleKana },
  summary: record.summary ? { ja: record.summary } : null,
  grade_from: record.gradeFrom ?? null,
  grade_to: record.gradeTo ?? null,
  weekdays: record.weekdays,
  months: record.months,
  capacity: record.capacity ?? null,
  how_to_apply: record.howToApply ?? null,
  confirmed_at: record.confirmedOn ? japanMoment(record.confirmedOn, '00:00').toISOString() : null,
});
