import type { Tri } from '@manabi/kit/value/tri';

import { FacilityAccess } from './access.entity.js';
import { AccessItem } from './access-item.entity.js';

/** A profile for tests; name only what matters. */
export function anAccess(
  facilityCode: string,
  items: Partial<Record<AccessItem, Tri>> = {},
): FacilityAccess {
  return Object.assign(new FacilityAccess(), {
    facilityCode,
    items: Object.values(AccessItem).flatMap((code) => {
      const value = items[code];
      return value ? [{ code, value }] : [];
    }),
    provenance: { department: 'disability', asOf: '2026-04-01T00:00:00.000Z', sample: true },
  });
}
