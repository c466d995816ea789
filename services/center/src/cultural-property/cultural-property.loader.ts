import { type LoaderOf, many, one } from '@manabi/kit/batch';

import type { CulturalProperty } from './cultural-property.entity.js';
import {
  type PropertyOffering,
  culturalPropertiesByCodes,
  culturalPropertiesOfFacilities,
  offeringsOfProperties,
} from './cultural-property.repository.js';

export const culturalPropertyByCode: LoaderOf<string, CulturalProperty | null> = (em) =>
  one(
    (codes) => culturalPropertiesByCodes(em, codes),
    ({ code }) => code,
  );

export const culturalPropertiesOfFacility: LoaderOf<string, CulturalProperty[]> = (em) =>
  many(
    (codes) => culturalPropertiesOfFacilities(em, codes),
    ({ facilityCode }) => facilityCode ?? '',
  );

/** A property, and the moment from which on what goes with it is asked, as ISO 8601. */
export interface PropertyAt {
  readonly code: string;
  readonly at: string;
}

export const offeringsOfProperty: LoaderOf<PropertyAt, (PropertyOffering & PropertyAt)[]> = (em) =>
  many(
    async (keys) => {
      const found: (PropertyOffering & PropertyAt)[] = [];
      for (const [at, asked] of Map.groupBy(keys, (key) => key.at)) {
        const codes = asked.map(({ code }) => code);
        const rows = await offeringsOfProperties(em, codes, new Date(at));
        for (const row of rows) found.push({ ...row, at });
      }
      return found;
    },
    ({ code, at }) => ({ code, at }),
  );
