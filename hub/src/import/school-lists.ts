// A table: lists of what schools ask with and what children experience, and what their rows are in the tables of the services.
import {
  experienceProgramTarget,
  experienceProgramValues,
  experienceSessionTarget,
  experienceSessionValues,
} from '@manabi/center/experience-program/experience-program.import';
import { schoolDistrictTarget } from '@manabi/center/school-district/school-district.import';
import { schoolUnitTarget, schoolUnitValues } from '@manabi/center/school-unit/school-unit.import';
import { siteVisitTarget, siteVisitValues } from '@manabi/center/site-visit/site-visit.import';

import type { ListPlaces } from './list-place.js';

/** What each of these lists becomes. */
export const schoolLists: ListPlaces<
  'school-unit' | 'site-visit' | 'school-district' | 'experience-program'
> = {
  'school-unit': {
    targets: { center: [schoolUnitTarget] },
    rows: (record, row) => [
      row.placed(
        schoolUnitTarget,
        {
          ...schoolUnitValues(record),
          subject_keys: row.neededSubjects('subjects', record.subjects),
        },
        { service: 'center', department: 'school' },
      ),
    ],
  },
  'site-visit': {
    targets: { center: [siteVisitTarget] },
    rows: (record, row) => {
      const department = row.department('department', record.department);
      const values = {
        ...siteVisitValues(record),
        subject_keys: row.neededSubjects('subjects', record.subjects),
        facility_code: row.facility('facility', record.facility),
        cultural_property_code: row.listed('property', 'property', record.property),
        department_code: department,
      };
      return [row.placed(siteVisitTarget, values, { service: 'center', department })];
    },
  },
  'school-district': {
    targets: { center: [schoolDistrictTarget] },
    rows: (record, row) => {
      const values = {
        name: { ja: record.name, kana: record.nameKana },
        school_code: row.facility('school', record.school),
        area_codes: record.blocks.length > 0 ? row.blocks('blocks', record.blocks) : null,
      };
      const id = record.districtCode.normalize('NFKC');
      return [
        row.placed(schoolDistrictTarget, values, { service: 'center', department: 'school', id }),
      ];
    },
  },
  'experience-program': {
    targets: { center: [experienceProgramTarget, experienceSessionTarget] },
    rows: (record, row) => {
      const department = row.department('department', record.department);
      const values = {
        ...experienceProgramValues(record),
        subject_keys: row.neededSubjects('subjects', record.subjects),
        venue_code: row.facility('venue', record.venue),
        department_code: department,
      };
      const program = row.placed(experienceProgramTarget, values, {
        service: 'center',
        department,
      });
      const sessions = experienceSessionValues(record, program.row.id).map((session) =>
        row.placed(experienceSessionTarget, session, {
          service: 'center',
          part: String(session['starts_at']),
        }),
      );
      return [program, ...sessions];
    },
  },
};
