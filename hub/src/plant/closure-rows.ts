import type { Closure } from '@manabi/center/closure/closure.entity';
import { closures } from '@manabi/data/city/closures';
import { facilities } from '@manabi/data/city/facilities';

import { localText } from './local-text.js';
import { provenanceOf } from './provenance.js';

/** Sample closures of real houses, each told by the department that runs the house. */
export function closureRows(today: string): Partial<Closure>[] {
  const owners = new Map(facilities().map(({ code, departmentCode }) => [code, departmentCode]));
  return closures(today).map((row) => ({
    id: row.id,
    facilityCode: row.facilityCode,
    roomIds: row.roomIds,
    reason: localText(row.reason),
    announcedAt: new Date(row.announcedAt),
    startsAt: new Date(row.startsAt),
    endsAt: row.endsAt === null ? null : new Date(row.endsAt),
    liftedAt: row.liftedAt === null ? null : new Date(row.liftedAt),
    provenance: provenanceOf(row, owners.get(row.facilityCode) ?? 'center'),
  }));
}
