import { SchoolUnit } from './school-unit.entity.js';

/** A unit of lessons for tests; name only what matters. */
export function aSchoolUnit(given: Partial<SchoolUnit> = {}): SchoolUnit {
  return Object.assign(
    new SchoolUnit(),
    {
      id: 'unit',
      name: { ja: '植物の発芽と成長' },
      grade: 5,
      months: [],
      subjectKeys: [{ scheme: 'NDC', code: '61' }],
      provenance: { department: 'school', sample: true },
    },
    given,
  );
}
