import type { Publisher } from '@manabi/kit/feed/publisher';

import { accessOfFacilities } from './access.repository.js';
import { accessFacts } from './access.rules.js';

/** Tells profiles to followers: of every item its value, also those that nobody recorded. */
export const publishAccess: Publisher = async (em, codes) =>
  new Map(
    (await accessOfFacilities(em, codes)).map((access) => [
      access.facilityCode,
      {
        facilityCode: access.facilityCode,
        items: Object.fromEntries(accessFacts(access).map(({ code, value }) => [code, value])),
      },
    ]),
  );
