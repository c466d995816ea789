import { type AccessProfileRow, accessProfiles } from '@manabi/data/city/access-profiles';
import { type AccessRouteRow, accessRoutes } from '@manabi/data/city/access-routes';
import { type AssistantsRow, assistants } from '@manabi/data/city/assistants';
import { carePrograms } from '@manabi/data/city/care-programs';
import { type ChildcareSessionRow, childcareSessions } from '@manabi/data/city/childcare-sessions';
import { type PracticeNoteRow, practiceNotes } from '@manabi/data/city/practice-notes';
import { Tri } from '@manabi/kit/value/tri';
import { Audience } from '@manabi/kit/vocabulary/audience';
import { FacilityAccess } from '@manabi/welfare/access/access.entity';
import { accessItems } from '@manabi/welfare/access/access-item.entity';
import { type AccessRoute, RouteMode } from '@manabi/welfare/access/access-route.entity';
import { AssistanceKind, Assistants } from '@manabi/welfare/assistants/assistants.entity';
import { CareProgram, CareProgramKind } from '@manabi/welfare/care-program/care-program.entity';
import { ChildcareSession } from '@manabi/welfare/childcare/childcare.entity';
import { PracticeNote, PracticeNoteKind } from '@manabi/welfare/practice-note/practice-note.entity';
import { welfare } from '@manabi/welfare/service';
import { ChildrenHallSittingPlace } from '@manabi/welfare/sitting-place/sitting-place.entity';

import { localText } from './local-text.js';
import { occurrencesOf, opportunityValues } from './opportunity-rows.js';
import { type Planter, rowsFor } from './planter.js';
import { provenanceOf } from './provenance.js';
import { sittingPlaceRows } from './sitting-place-rows.js';

function programRows(today: string): Partial<CareProgram>[] {
  const values = opportunityValues();
  return carePrograms(today).map((row) =>
    Object.assign(values(row), {
      kind: CareProgramKind[row.careKind],
      occurrences: occurrencesOf(row.sessions),
    }),
  );
}

const routeOf = ({ mode, stop, walkMinutes, stepFree }: AccessRouteRow): AccessRoute => ({
  mode: RouteMode[mode],
  stop,
  walkMinutes,
  stepFree: Tri[stepFree],
});

function accessRows(): Partial<FacilityAccess>[] {
  const routes = Map.groupBy(accessRoutes(), ({ facilityCode }) => facilityCode);
  return accessProfiles().map((row) =>
    Object.assign(accessRow(row), { routes: (routes.get(row.facilityCode) ?? []).map(routeOf) }),
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

const moment = (written: string | null): Date | null =>
  written === null ? null : new Date(written);

const assistantsRow = (row: AssistantsRow): Partial<Assistants> => ({
  id: row.id,
  opportunityId: row.opportunityId,
  kind: AssistanceKind[row.kind],
  language: row.language,
  needed: row.needed,
  available: row.available,
  confirmed: row.confirmed,
  requestBy: moment(row.requestBy),
  provenance: provenanceOf(row, 'disability'),
});

const noteRow = (row: PracticeNoteRow): Partial<PracticeNote> => ({
  id: row.id,
  kind: PracticeNoteKind[row.kind],
  title: localText(row.title),
  summary: localText(row.summary),
  audiences: row.audiences.map((audience) => Audience[audience]),
  subjectKeys: row.subjectKeys,
  writtenOn: row.writtenOn,
  situation: row.situation,
  approach: row.approach,
  learned: row.learned,
  provenance: provenanceOf(row, row.departmentCode),
});

/** Programmes, access profiles, childcare and assistants; a real department begins empty. */
export const plantWelfare: Planter = {
  service: welfare,
  tables: ({ today, empty }) =>
    empty
      ? []
      : [
          rowsFor(CareProgram, programRows(today), { gone: 'withdrawn' }),
          rowsFor(FacilityAccess, accessRows()),
          rowsFor(ChildcareSession, childcareSessions(today).map(childcareRow), {
            gone: 'deleted',
          }),
          rowsFor(Assistants, assistants(today).map(assistantsRow), { gone: 'deleted' }),
          rowsFor(PracticeNote, practiceNotes(today).map(noteRow), { gone: 'deleted' }),
          rowsFor(
            ChildrenHallSittingPlace,
            sittingPlaceRows('welfare', { today, department: 'children' }),
            {
              gone: 'withdrawn',
            },
          ),
        ],
};
