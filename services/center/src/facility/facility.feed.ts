import type { Publisher } from '@manabi/kit/feed/publisher';

import { facilitiesByCodes } from './facility.repository.js';

/** Tells followers what they need of a facility to place and to name what happens there. */
export const publishFacilities: Publisher = async (em, codes) => {
  const facilities = await facilitiesByCodes(em, codes);
  return new Map(
    facilities.map((facility) => [
      facility.code,
      {
        code: facility.code,
        name: facility.name,
        aliases: facility.aliases ?? [],
        type: facility.type ?? null,
        point: facility.point ?? null,
        areaCode: facility.areaCode ?? null,
        status: facility.status ?? null,
        withdrawnAt: facility.withdrawnAt?.toISOString() ?? null,
        replacedBy: facility.replacedBy ?? null,
        provenance: Object.assign({}, facility.provenance),
      },
    ]),
  );
};
