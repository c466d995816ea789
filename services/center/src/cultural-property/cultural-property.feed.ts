import type { Publisher } from '@manabi/kit/feed/publisher';

import { culturalPropertiesByCodes } from './cultural-property.repository.js';

/** Tells followers what they need of a cultural property to name and to place it. */
export const publishCulturalProperties: Publisher = async (em, codes) => {
  const properties = await culturalPropertiesByCodes(em, codes);
  return new Map(
    properties.map((property) => [
      property.code,
      {
        code: property.code,
        name: property.name,
        designations: property.designations ?? [],
        category: property.category ?? null,
        point: property.point ?? null,
        areaCode: property.areaCode ?? null,
        facilityCode: property.facilityCode ?? null,
        subjectKeys: property.subjectKeys,
        withdrawnAt: property.withdrawnAt?.toISOString() ?? null,
        provenance: Object.assign({}, property.provenance),
      },
    ]),
  );
};
