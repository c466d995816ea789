import type { CulturalProperty } from '@manabi/center/cultural-property/cultural-property.entity';
import { areas } from '@manabi/data/city/areas';
import { culturalProperties } from '@manabi/data/city/cultural-properties';

import { localText } from './local-text.js';
import { provenanceOf } from './provenance.js';

/** Invented cultural properties, each in its town block and at its facility where it has one. */
export function heritageRows(today: string): Partial<CulturalProperty>[] {
  const areaCodes = new Map(areas().map(({ name, code }) => [name.ja, code]));
  return culturalProperties(today).map((row) => ({
    code: row.code,
    name: localText(row.name),
    designations: row.designations,
    category: row.category,
    placeName: row.placeName,
    address: { block: row.areaName, number: null, building: null, floor: null },
    point:
      row.latitude === null || row.longitude === null
        ? null
        : { latitude: row.latitude, longitude: row.longitude },
    designatedOn: row.designatedOn,
    quantity: row.quantity,
    owner: row.owner,
    summary: localText(row.summary),
    description: localText(row.description),
    hours: row.hours,
    withdrawnAt: null,
    provenance: provenanceOf(row, 'heritage'),
    subjectKeys: row.subjectKeys,
    areaCode: areaCodes.get(row.areaName) ?? null,
    facilityCode: row.facilityCode,
  }));
}
