import type { Publisher } from '@manabi/kit/feed/publisher';
import { Tri } from '@manabi/kit/value/tri';

import { accessOfFacilities } from './access.repository.js';
import { accessFacts } from './access.rules.js';

/**
 * Tells profiles to followers: of every item its value, also those that nobody recorded, and which items are known. A
 * profile for which no department answers is told without provenance, and says nothing to who counts.
 */
export const publishAccess: Publisher = async (em, codes) =>
  new Map(
    (await accessOfFacilities(em, codes)).map((access) => {
      const facts = accessFacts(access);
      const codesOf = (isKnown: boolean) =>
        facts.filter(({ value }) => (value !== Tri.UNKNOWN) === isKnown).map(({ code }) => code);
      return [
        access.facilityCode,
        {
          facilityCode: access.facilityCode,
          items: Object.fromEntries(facts.map(({ code, value }) => [code, value])),
          known: codesOf(true),
          unknown: codesOf(false),
          ...(access.provenance && { provenance: Object.assign({}, access.provenance) }),
        },
      ];
    }),
  );
