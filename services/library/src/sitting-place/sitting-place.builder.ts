import { LibrarySittingPlace } from './sitting-place.entity.js';

/** Such a place for tests; name only what matters. */
export function aSittingPlace(given: Partial<LibrarySittingPlace> = {}): LibrarySittingPlace {
  return Object.assign(
    new LibrarySittingPlace(),
    {
      id: 'seats',
      name: { ja: '学習コーナー' },
      facilityCode: 'hall',
      provenance: { department: 'library', sample: true },
    },
    given,
  );
}
