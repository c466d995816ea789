import type { DeliveredRow, DeliveryTarget } from '@manabi/kit/delivery/delivery.target';
import type { ReportedCountRecord } from '@manabi/kit/import/dataset/reported-count.record';
import { opaqueId } from '@manabi/kit/opaque-id';
import { momentInJapan } from '@manabi/kit/opportunity/event-times';

/** Where rows of monthly reports go. */
export const reportedCountTarget: DeliveryTarget = {
  table: 'reported_count',
  key: 'id',
  columns: ['department', 'facility_code', 'month', 'measure', 'age_band', 'count', 'provenance'],
};

/** What is known of a row of a monthly report beside itself. */
export interface ReportedCountSetting {
  readonly dataset: string;
  readonly asOf: string;
  readonly licence?: string;
  readonly department: string;
  readonly facilityCode: string | null;
}

/** A row of a monthly report as the register of reported numbers keeps it. */
export function deliveredReport(
  { key, month, measure, ageBand, count }: ReportedCountRecord,
  { dataset, asOf, licence, department, facilityCode }: ReportedCountSetting,
): DeliveredRow {
  return {
    target: reportedCountTarget,
    key,
    id: opaqueId('reported-count', dataset, key),
    values: {
      department,
      facility_code: facilityCode,
      month,
      measure,
      age_band: ageBand ?? null,
      count,
      provenance: {
        department,
        dataset,
        asOf: momentInJapan(asOf).toISOString(),
        licence: licence ?? null,
        sample: false,
      },
    },
  };
}
