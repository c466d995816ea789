import type { Publisher } from '@manabi/kit/feed/publisher';
import { publishRecord } from '@manabi/kit/feed/record.published';

import { schoolDistrictsByCodes } from './school-district.repository.js';

/** Tells school districts to followers, each with the blocks that lie in it where a list said so. */
export const publishSchoolDistricts: Publisher = async (em, codes) =>
  new Map(
    (await schoolDistrictsByCodes(em, codes)).map((district) => [
      district.code,
      publishRecord(district, {
        name: district.name,
        schoolCode: district.schoolCode ?? null,
        areaCodes: district.areaCodes ?? null,
      }),
    ]),
  );
