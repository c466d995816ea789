import { Court, CourtKind } from './court.entity.js';
import { usualBands } from './court.rules.js';

/** A court for tests, a gym let in the usual bands of its kind; name only what matters. */
export function aCourt(given: Partial<Court> = {}): Court {
  const kind = given.kind ?? CourtKind.GYM;
  return Object.assign(
    new Court(),
    {
      id: 'court',
      facilityCode: '132292-0401',
      name: { ja: '第一体育室' },
      bands: usualBands(kind),
      kind,
      provenance: { department: 'sports', sample: true },
    },
    given,
  );
}
