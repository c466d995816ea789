import { SchoolDistrict } from './school-district.entity.js';

/** A school district for tests; name only what matters. */
export function aSchoolDistrict(given: Partial<SchoolDistrict> = {}): SchoolDistrict {
  return Object.assign(
    new SchoolDistrict(),
    {
      code: 'D01',
      name: { ja: '柳沢小学校区' },
      provenance: { department: 'center', sample: true },
    },
    given,
  );
}
