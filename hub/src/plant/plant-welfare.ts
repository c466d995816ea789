import { type AccessProfileRow, accessProfiles } from '@manabi/data/city/access-profiles';
import { carePrograms } from '@manabi/data/city/care-programs';
import { type ChildcareSessionRow, childcareSessions } from '@manabi/data/city/childcare-sessions';
import { Tri } from '@manabi/kit/value/tri';
import { FacilityAccess } from '@manabi/welfare/access/access.entity';
import { accessItems } from '@manabi/welfare/access/access-item.entity';
import { CareProgram, CareProgramKind } from '@manabi/welfare/care-program/care-program.entity';
import { ChildcareSession } from '@manabi/welfare/childcare/childcare.entity';
import { welfare } from '@manabi/welfare/service';

import { occurrencesOf, opportunityValues } from './opportunity-rows.js';
import { type Planter, rowsFor } from './planter.js';
import { provenanceOf } from './provenance.js';

function programRows(today: string): Partial<CareProgram>[] {
  const values = opportunityValues();
  return carePrograms(today).map((row) =>
    Object.assign(values(row), {
      kind: CareProgramKind[row.careKind],
      occurrences: occurrencesOf(row.sessions),
    }),
  );
}

function accessRow(row: AccessProfileRow): Partial<FacilityAccess> {
  const told = new Map<string, Tri>(row.items.map(({ code, value }) => [code, Tri[value]]));
  return {
    facilityCode: row.facilityCode,
    items: accessItems.map((code) => ({ code, value: told.get(code) ?? Tri.UNKNOWN })),
    note: row.note,
    provenance: provenanceOf(row, 'disability'),
  };
}

const childcareRow = (row: ChildcareSessionRow): Partial<ChildcareSession> => ({
  id: row.id,
  opportunityId: row.opportunityId,
  facilityCode: row.facilityCode,
  startsAt: new Date(row.startsAt),
  endsAt: new Date(row.endsAt),
  places: row.places,
  placesLeft: row.places - row.taken,
  minMonths: row.minMonths,
  maxMonths: row.maxMonths,
  feeYen: row.feeYen,
  provenance: provenanceOf(row, 'nursery'),
});

/** Programmes, access profiles and childcare; a real department begins empty. */
export const plantWelfare: Planter = {
  service: welfare,
  tables: ({ today, empty }) =>
    empty
      ? []
      : [
          rowsFor(CareProgram, programRows(today), { gone: 'withdrawn' }),
          rowsFor(FacilityAccess, accessProfiles().map(accessRow)),
          rowsFor(ChildcareSession, childcareSessions(today).map(childcareRow), {
            gone: 'deleted',
          }),
        ],
};
