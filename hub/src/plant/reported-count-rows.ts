import { reportedCounts } from '@manabi/data/city/reported-counts';
import { ReportedCount } from '@manabi/plan/reported-count/reported-count.entity';

import { type TableRows, rowsFor } from './planter.js';
import { provenanceOf } from './provenance.js';

/** Composed reports of the months that are over. */
export const reportedCountRows = (today: string): TableRows =>
  rowsFor(
    ReportedCount,
    reportedCounts(today).map((row) => ({
      id: row.id,
      department: row.department,
      facilityCode: row.facilityCode,
      month: row.month,
      measure: row.measure,
      ageBand: row.ageBand,
      count: row.count,
      provenance: provenanceOf(row, row.department),
    })),
    { gone: 'deleted' },
  );
