import type { Assignment } from '@manabi/center/assignment/assignment.entity';
import type { ExperienceProgram } from '@manabi/center/experience-program/experience-program.entity';
import type { ExperienceSession } from '@manabi/center/experience-session/experience-session.entity';
import type { SchoolUnit } from '@manabi/center/school-unit/school-unit.entity';
import type { SiteVisit } from '@manabi/center/site-visit/site-visit.entity';
import { ExperienceKind } from '@manabi/center/value/experience-kind';
import { Season } from '@manabi/center/value/season';
import type {
  ExperienceProgramRow,
  ExperienceSessionRow,
} from '@manabi/data/city/experience-programs';
import type { SchoolUnitRow, SiteVisitRow } from '@manabi/data/city/school-units';
import { opaqueId } from '@manabi/kit/opaque-id';

import { localText } from './local-text.js';
import { confirmedAt } from './people-rows.js';
import { provenanceOf } from './provenance.js';

/** An invented experience programme. */
export const programRow = (row: ExperienceProgramRow): Partial<ExperienceProgram> => ({
  id: row.id,
  title: localText(row.title),
  summary: localText(row.summary),
  kind: ExperienceKind[row.kind],
  gradeFrom: row.gradeFrom,
  gradeTo: row.gradeTo,
  seasons: row.seasons.map((season) => Season[season]),
  feeYen: row.feeYen,
  howToApply: row.howToApply,
  confirmedAt: confirmedAt(row),
  withdrawnAt: null,
  provenance: provenanceOf(row, row.departmentCode),
  subjectKeys: row.subjectKeys,
  venueCode: row.venueCode,
  departmentCode: row.departmentCode,
});

/** A time at which an invented programme is held. */
export const experienceSessionRow = (row: ExperienceSessionRow): Partial<ExperienceSession> => ({
  id: row.id,
  programId: row.programId,
  startsAt: new Date(row.startsAt),
  endsAt: new Date(row.endsAt),
  capacity: row.capacity,
  taken: row.taken,
  supportersNeeded: row.supportersNeeded,
});

/** The promises of the supporters of such a time. */
export const assignmentRows = (row: ExperienceSessionRow): Partial<Assignment>[] =>
  row.supporterIds.map((personId) => ({
    id: opaqueId('assignment', row.id, personId),
    personId,
    sessionId: row.id,
    startsAt: new Date(row.startsAt),
    endsAt: new Date(row.endsAt),
    sample: true,
  }));

/** A unit of school lessons. */
export const schoolUnitRow = (row: SchoolUnitRow): Partial<SchoolUnit> => ({
  id: row.id,
  name: localText(row.name),
  summary: localText(row.summary),
  grade: row.grade,
  schoolSubject: row.schoolSubject,
  months: row.months,
  withdrawnAt: null,
  provenance: provenanceOf(row, 'school'),
  subjectKeys: row.subjectKeys,
});

/** A sample visit to a real house. */
export const siteVisitRow = (row: SiteVisitRow): Partial<SiteVisit> => ({
  id: row.id,
  title: localText(row.title),
  summary: localText(row.summary),
  gradeFrom: row.gradeFrom,
  gradeTo: row.gradeTo,
  weekdays: row.weekdays,
  months: row.months,
  capacity: row.capacity,
  howToApply: row.howToApply,
  confirmedAt: confirmedAt(row),
  withdrawnAt: null,
  provenance: provenanceOf(row, row.departmentCode),
  subjectKeys: row.subjectKeys,
  facilityCode: row.facilityCode,
  culturalPropertyCode: row.culturalPropertyCode,
  departmentCode: row.departmentCode,
});
