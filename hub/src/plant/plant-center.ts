import { Area } from '@manabi/center/area/area.entity';
import { Assignment } from '@manabi/center/assignment/assignment.entity';
import { CulturalProperty } from '@manabi/center/cultural-property/cultural-property.entity';
import { Closure } from '@manabi/center/closure/closure.entity';
import { Department } from '@manabi/center/department/department.entity';
import { Desk } from '@manabi/center/desk/desk.entity';
import { ExperienceProgram } from '@manabi/center/experience-program/experience-program.entity';
import { ExperienceSession } from '@manabi/center/experience-session/experience-session.entity';
import { ExternalOffering } from '@manabi/center/external-offering/external-offering.entity';
import { Facility } from '@manabi/center/facility/facility.entity';
import { Group } from '@manabi/center/group/group.entity';
import { Person } from '@manabi/center/person/person.entity';
import { SchoolDistrict } from '@manabi/center/school-district/school-district.entity';
import { SchoolUnit } from '@manabi/center/school-unit/school-unit.entity';
import { center } from '@manabi/center/service';
import { SiteVisit } from '@manabi/center/site-visit/site-visit.entity';
import { Subject } from '@manabi/center/subject/subject.entity';
import { type AreaRow, areas } from '@manabi/data/city/areas';
import { type DepartmentRow, departments } from '@manabi/data/city/departments';
import { desks } from '@manabi/data/city/desks';
import { experiencePrograms } from '@manabi/data/city/experience-programs';
import { groups } from '@manabi/data/city/groups';
import { people } from '@manabi/data/city/people';
import { schoolDistricts, type SchoolDistrictRow } from '@manabi/data/city/school-districts';
import { schoolUnits, siteVisits } from '@manabi/data/city/school-units';
import { subjects, type SubjectRow } from '@manabi/data/city/subjects';

import { closureRows } from './closure-rows.js';
import { facilityRows } from './facility-rows.js';
import { heritageRows } from './heritage-rows.js';
import { localText } from './local-text.js';
import { externalRows } from './external-rows.js';
import { deskRow, groupRow, personRow } from './people-rows.js';
import { type Planter, type TableRows, rowsFor } from './planter.js';
import { provenanceOf } from './provenance.js';
import {
  assignmentRows,
  experienceSessionRow,
  programRow,
  schoolUnitRow,
  siteVisitRow,
} from './school-rows.js';

const departmentRow = (row: DepartmentRow): Partial<Department> => ({
  code: row.code,
  name: localText(row.name),
  service: row.service,
  provenance: provenanceOf(row, 'center'),
});

const subjectRow = (row: SubjectRow): Partial<Subject> => ({
  scheme: row.scheme,
  code: row.code,
  label: localText(row.name),
  broaderCode: row.broader?.code ?? null,
  mextCode: row.mext?.code ?? null,
  provenance: provenanceOf(row, 'center'),
});

const areaRow = (row: AreaRow): Partial<Area> => ({
  code: row.code,
  name: localText(row.name),
  town: row.town,
  chome: row.chome,
  point: { latitude: row.latitude, longitude: row.longitude },
  provenance: provenanceOf(row, 'center'),
});

/** Blocks with the district in which each lies: the districts are ours, so a real city begins without. */
function areasInDistricts(): Partial<Area>[] {
  const districts = new Map(
    schoolDistricts().flatMap(({ code, areaCodes }) => areaCodes.map((area) => [area, code])),
  );
  return areas().map((row) =>
    Object.assign(areaRow(row), { schoolDistrictCode: districts.get(row.code) ?? null }),
  );
}

const districtRow = (row: SchoolDistrictRow): Partial<SchoolDistrict> => ({
  code: row.code,
  name: localText(row.name),
  schoolCode: row.schoolCode,
  provenance: provenanceOf(row, 'school'),
});

const ofSamplePrograms = `program_id in (select id from experience_program where provenance ->> 'dataset' = 'sample')`;

/** What schools and children are offered through the centre: units, visits, programmes with times and supporters. */
function schoolTables(today: string): TableRows[] {
  const programs = experiencePrograms(today);
  const sessions = programs.flatMap((program) => program.sessions);
  return [
    rowsFor(SchoolUnit, schoolUnits(today).map(schoolUnitRow), { gone: 'withdrawn' }),
    rowsFor(SiteVisit, siteVisits(today).map(siteVisitRow), { gone: 'withdrawn' }),
    rowsFor(ExperienceProgram, programs.map(programRow), { gone: 'withdrawn' }),
    rowsFor(ExperienceSession, sessions.map(experienceSessionRow), {
      gone: 'deleted',
      sample: ofSamplePrograms,
    }),
    rowsFor(Assignment, sessions.flatMap(assignmentRows), { gone: 'replaced', sample: 'sample' }),
  ];
}

/** The registers and what enters through the centre; a real city begins with departments, subjects and blocks. */
export const plantCenter: Planter = {
  service: center,
  tables: ({ today, empty }) => {
    const facts = [
      rowsFor(Department, departments().map(departmentRow)),
      rowsFor(Subject, subjects().map(subjectRow)),
    ];
    if (empty) return [...facts, rowsFor(Area, areas().map(areaRow))];
    return [
      ...facts,
      rowsFor(SchoolDistrict, schoolDistricts().map(districtRow)),
      rowsFor(Area, areasInDistricts()),
      rowsFor(Facility, facilityRows()),
      rowsFor(CulturalProperty, heritageRows(today), { gone: 'withdrawn' }),
      rowsFor(Closure, closureRows(today), { gone: 'deleted' }),
      rowsFor(Person, people(today).map(personRow), { gone: 'withdrawn' }),
      rowsFor(Group, groups(today).map(groupRow), { gone: 'withdrawn' }),
      rowsFor(Desk, desks(today).map(deskRow), { gone: 'withdrawn' }),
      rowsFor(ExternalOffering, externalRows(today), { gone: 'withdrawn' }),
      ...schoolTables(today),
    ];
  },
};
