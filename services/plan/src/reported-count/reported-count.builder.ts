import { ReportedCount } from './reported-count.entity.js';

/** A reported number for tests; name only what matters. */
export function aReport(given: Partial<ReportedCount> = {}): ReportedCount {
  return Object.assign(
    new ReportedCount(),
    {
      id: [given.measure, given.month, given.department, given.facilityCode, given.ageBand].join(),
      department: 'library',
      month: '2026-06',
      measure: 'VISITS',
      count: 100,
      provenance: { department: 'library', sample: false },
    },
    given,
  );
}
