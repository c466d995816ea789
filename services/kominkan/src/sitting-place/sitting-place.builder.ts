import { KominkanSittingPlace } from './sitting-place.entity.js';

/** Such a place for tests; name only what matters. */
export function aSittingPlace(given: Partial<KominkanSittingPlace> = {}): KominkanSittingPlace {
  return Object.assign(
    new KominkanSittingPlace(),
    {
      id: 'seats',
      name: { ja: '学習コーナー' },
      facilityCode: 'hall',
      provenance: { department: 'kominkan', sample: true },
    },
    given,
  );
}
