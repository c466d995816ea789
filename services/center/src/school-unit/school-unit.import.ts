import type { DeliveryTarget } from '@manabi/kit/delivery/delivery.target';
import type { ListedAs } from '@manabi/kit/import/list/lists';

/** Where lists of units of lessons go. */
export const schoolUnitTarget: DeliveryTarget = {
  table: 'school_unit',
  key: 'id',
  columns: ['name', 'summary', 'grade', 'school_subject', 'months', 'subject_keys', 'provenance'],
};

/** What a row says of a unit, in the columns of the register. */
export const schoolUnitValues = (record: ListedAs<'school-unit'>): Record<string, unknown> => ({
  name: { ja: record.name, kana: record.nameKana },
  summary: record.summary ? { ja: record.summary } : null,
  grade: record.grade,
  school_subject: record.schoolSubject ?? null,
  months: record.months,
});
